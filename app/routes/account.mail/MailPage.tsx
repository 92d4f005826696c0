import type { DigestSetting } from '#app/features/digests/digest-setting.ts'
import type { Digest } from '#app/features/digests/gather-digest.ts'
import { alwaysComes, type Wishes } from '#app/features/mail/wishes/kinds.ts'
import { paths } from '#app/paths.ts'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { NoMailHere } from '#app/ui/forms/NoMailHere.tsx'
import { Section } from '#app/ui/forms/Section.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { UpLink } from '#app/ui/UpLink.tsx'
import { DigestForm } from './DigestForm.tsx'
import { DigestPreview } from './DigestPreview.tsx'
import { doneSentences } from './done.ts'
import { WishesForm } from './WishesForm.tsx'

type MailPageProps = {
  setting: DigestSetting
  isChosen: boolean
  /** When the next one comes, in words; null where none does. */
  next: string | null
  zones: string[]
  digest: Digest
  wishes: Wishes
  hasMail: boolean
  done: keyof typeof doneSentences | null
  answer: FormAnswer | undefined
}

export function MailPage({
  setting,
  isChosen,
  next,
  zones,
  digest,
  wishes,
  hasMail,
  done,
  answer,
}: MailPageProps) {
  return (
    <main id="content" className="mx-auto w-full max-w-4xl px-4 py-10 sm:px-6 sm:py-14">
      <UpLink to={paths.account()} label="Account" />
      <h1 className="mb-8 font-serif text-4xl font-medium tracking-tight">Your mail</h1>
      {done !== null && !answer && (
        <div className="mb-8">
          <Notice role="status" title={doneSentences[done]} />
        </div>
      )}
      {!hasMail && (
        <div className="mb-8">
          <NoMailHere what="All of this comes by mail." />
        </div>
      )}
      <Section
        title="Your digest"
        about="A message about your threads: what is new, what waits for you, and which sources have changed. With nothing to say, none comes."
      >
        <p className="mb-5">
          {next === null ? (
            <>
              It is <strong className="font-medium">off</strong>.
            </>
          ) : (
            <>
              The next one is due on <strong className="font-medium">{next}</strong>.
            </>
          )}
        </p>
        <DigestForm setting={setting} isChosen={isChosen} zones={zones} answer={answer} />
      </Section>
      <Section title="Other messages" about={alwaysComes}>
        <WishesForm wishes={wishes} answer={answer} />
      </Section>
      <Section
        title="What the digest would say now"
        about="The same lists, as they would be sent at this moment."
      >
        <DigestPreview digest={digest} />
      </Section>
    </main>
  )
}
