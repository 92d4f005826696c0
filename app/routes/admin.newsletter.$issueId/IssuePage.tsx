import type { IssueWords } from '#app/features/newsletter/issue.ts'
import type { IssueOutcome, IssueState } from '#app/features/newsletter/read-issues.ts'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { OutcomeNotice } from '#app/ui/forms/OutcomeNotice.tsx'
import { InertFrame } from '#app/ui/InertFrame.tsx'
import { AdminFrame } from '#app/ui/shell/AdminFrame.tsx'
import { type Done, doneSentences } from './done.ts'
import { IssueForm } from './IssueForm.tsx'
import { SendForms } from './SendForms.tsx'
import { WhatBecameOfIt } from './WhatBecameOfIt.tsx'

type ShownIssue = IssueWords & { state: IssueState; version: number; written: number }
type IssuePageProps = {
  isAdmin: boolean
  mayWrite: boolean
  addressees: number
  issue: ShownIssue | null
  /** The message as HTML; null for one that isn't written yet. */
  look: string | null
  outcome: IssueOutcome | null
  done: Done | null
  answer: FormAnswer | undefined
}

const partTitle = 'mb-4 font-serif text-2xl font-medium'

export function IssuePage(props: IssuePageProps) {
  const { isAdmin, mayWrite, addressees, issue, look, outcome, done, answer } = props
  const isDraft = !issue || issue.state === 'draft'
  const refusal =
    answer && answer.intent !== 'save' ? (answer.errors.form ?? 'Load the page again.') : undefined
  return (
    <AdminFrame isAdmin={isAdmin} title={issue?.subject ?? 'A new issue'}>
      <OutcomeNotice refusal={refusal} done={done !== null && !answer ? doneSentences[done] : null} />
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-2">
        <div className="min-w-0">
          {isDraft && mayWrite && (
            <section aria-labelledby="words">
              <h2 id="words" className={partTitle}>
                What it says
              </h2>
              <IssueForm issue={issue} version={issue?.version ?? 0} answer={answer} />
            </section>
          )}
          {issue && outcome && (
            <WhatBecameOfIt
              state={issue.state}
              written={issue.written}
              version={issue.version}
              outcome={outcome}
              mayWrite={mayWrite}
            />
          )}
        </div>
        {issue && look !== null && (
          <div className="min-w-0">
            <section aria-labelledby="look">
              <h2 id="look" className={partTitle}>
                {isDraft ? 'As it was saved' : 'As it was sent'}
              </h2>
              {/* Another version is another document. */}
              <InertFrame key={issue.version} html={look} title="Look of the issue" />
            </section>
            {isDraft && mayWrite && <SendForms version={issue.version} addressees={addressees} />}
          </div>
        )}
      </div>
      <p className="mt-12">
        <ButtonLink to={paths.newsletter()}>All issues</ButtonLink>
      </p>
    </AdminFrame>
  )
}
