import type { DigestSetting } from '#app/features/digests/digest-setting.ts'
import type { Digest } from '#app/features/digests/gather-digest.ts'
import { paths } from '#app/paths.ts'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { NoMailHere } from '#app/ui/forms/NoMailHere.tsx'
import { Section } from '#app/ui/forms/Section.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'
import { DigestForm } from './DigestForm.tsx'
import { DigestPreview } from './DigestPreview.tsx'
import { doneSentences } from './done.ts'

type DigestPageProps = {
  setting: DigestSetting
  isChosen: boolean
  /** When the next one comes, in words; null where none does. */
  next: string | null
  zones: string[]
  digest: Digest
  hasMail: boolean
  done: keyof typeof doneSentences | null
  answer: FormAnswer | undefined
}

export function DigestPage({
  setting,
  isChosen,
  next,
  zones,
  digest,
  hasMail,
  done,
  answer,
}: DigestPageProps) {
  return (
    <main id="content" className="mx-auto w-full max-w-4xl px-4 py-10 sm:px-6 sm:py-14">
      <p className="mb-2 text-[0.9375rem]">
        <TextLink to={paths.account()}>Account</TextLink>
      </p>
      <h1 className="mb-8 font-serif text-4xl font-medium tracking-tight">Your digest</h1>
      {done !== null && !answer && (
        <div className="mb-8">
          <Notice role="status" title={doneSentences[done]} />
        </div>
      )}
      <Section
        title="When it comes"
        about="A message about your threads: what is new, what waits for you, and which sources have changed. With nothing to say, none comes."
      >
        {!hasMail && (
          <div className="mb-6">
            <NoMailHere what="A digest comes by mail." />
          </div>
        )}
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
      <Section title="What it would say now" about="The same lists, as they would be sent at this moment.">
        <DigestPreview digest={digest} />
      </Section>
    </main>
  )
}
