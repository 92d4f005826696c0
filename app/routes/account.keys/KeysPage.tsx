import { keysThatStay } from '#app/features/accounts/api-keys/keys-that-stay.ts'
import { featureWords } from '#app/features/billing/feature-words.ts'
import { plans } from '#app/features/billing/plans.ts'
import { toPlans } from '#app/features/billing/to-plans.ts'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { Section } from '#app/ui/forms/Section.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'
import { UpLink } from '#app/ui/UpLink.tsx'
import { type Done, doneSentences } from './done.ts'
import { KeyList, type ShownKey } from './KeyList.tsx'
import { NewKey } from './NewKey.tsx'
import { NewKeyForm } from './NewKeyForm.tsx'
import { ProgramList, type ShownProgram } from './ProgramList.tsx'

type KeysPageProps = {
  keys: ShownKey[]
  programs: ShownProgram[]
  /** Whether their plan holds the API. */
  mayMake: boolean
  done: Done | null
  answer: { made: { name: string; token: string } } | FormAnswer | undefined
}

export function KeysPage({ keys, programs, mayMake, done, answer }: KeysPageProps) {
  if (answer && 'made' in answer) return <NewKey {...answer.made} />
  return (
    <main id="content" className="mx-auto w-full max-w-4xl px-4 py-10 sm:px-6 sm:py-14">
      <UpLink to={paths.account()} label="Account" />
      <h1 className="font-serif text-4xl font-medium tracking-tight">API keys</h1>
      <p className="mt-3 mb-8 max-w-prose text-muted">
        A key lets a program of yours use Threadr in your name, without your password.{' '}
        <TextLink to={paths.api()}>How the API is used</TextLink>
      </p>
      {done !== null && !answer && (
        <div className="mb-8">
          <Notice role="status" title={doneSentences[done]}>
            {done === 'password' && keys.length > 0
              ? `${keysThatStay(keys.length)} Revoke what you don’t know.`
              : undefined}
          </Notice>
        </div>
      )}
      <Section title="New key" about="One for each program, so that each can be revoked by itself.">
        {mayMake ? <NewKeyForm answer={answer} /> : <ApiOffer />}
      </Section>
      <Section title="Your keys" about="Revoke what you don’t know or don’t use. You may have 20.">
        <KeyList keys={keys} />
      </Section>
      <Section
        title="Programs signed in"
        about="With your password, through the API. A new password signs all of them out."
      >
        <ProgramList programs={programs} />
      </Section>
    </main>
  )
}

/** In the place of a new key, for whose plan doesn't hold the API. */
function ApiOffer() {
  const { to, label } = toPlans('api')
  return (
    <Notice
      title={`${featureWords.api.title} comes with ${plans.pro.title}.`}
      actions={<ButtonLink to={to}>{label}</ButtonLink>}
    >
      {featureWords.api.about} Keys that you have wait until then, and can be revoked.
    </Notice>
  )
}
