import { paths } from '#app/paths.ts'
import { dayInWords } from '#app/platform/day-in-words.ts'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { PasswordField } from '#app/ui/forms/PasswordField.tsx'
import { Section } from '#app/ui/forms/Section.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { UpLink } from '#app/ui/UpLink.tsx'
import { useReloadWatch } from '#app/ui/use-reload-watch.ts'
import { type Done, doneSentences } from './done.ts'
import { ExportList, type ShownExport } from './ExportList.tsx'
import { KeepChoice } from './KeepChoice.tsx'

type PrivacyPageProps = {
  /** ISO 8601; null for an account that stays. */
  deleteAfter: string | null
  keepDays: number | null
  exports: ShownExport[]
  done: Done | null
  answer: FormAnswer | undefined
}

export function PrivacyPage({ deleteAfter, keepDays, exports, done, answer }: PrivacyPageProps) {
  useReloadWatch(exports.some(({ until }) => until === null))
  return (
    <main id="content" className="mx-auto w-full max-w-4xl px-4 py-10 sm:px-6 sm:py-14">
      <UpLink to={paths.account()} label="Account" />
      <h1 className="mb-8 font-serif text-4xl font-medium tracking-tight">Your data</h1>
      {done !== null && !answer && (
        <div className="mb-8">
          <Notice role="status" title={doneSentences[done]} />
        </div>
      )}
      <Section
        title="A copy of it"
        about="One file with your threads, what they were made from, and what was done on your account."
      >
        <ActionForm intent="export" answer={answer} submit="Export my data" look="plain" />
        <ExportList exports={exports} />
      </Section>
      <Section
        title="How long threads are kept"
        about="A thread that hasn’t been changed for so long is deleted, with its source."
      >
        <ActionForm intent="keep" answer={answer} submit="Save" look="plain">
          <KeepChoice keepDays={keepDays} />
        </ActionForm>
      </Section>
      <Section
        title="Delete the account"
        about="Everything goes seven days later, for good. Until then you can keep it."
      >
        {deleteAfter === null ? (
          <ActionForm intent="end" answer={answer} submit="Delete my account" look="plain">
            <PasswordField name="password" label="Your password" autoComplete="current-password" />
          </ActionForm>
        ) : (
          <>
            <p className="mb-2">
              It will be deleted on{' '}
              <time dateTime={deleteAfter} className="font-medium">
                {dayInWords(new Date(deleteAfter))}
              </time>
              .
            </p>
            <ActionForm intent="stay" answer={answer} submit="Keep my account" />
          </>
        )}
      </Section>
    </main>
  )
}
