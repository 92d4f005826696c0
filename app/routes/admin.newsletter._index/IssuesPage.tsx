import { Link } from '@remix-run/react'
import type { IssueState } from '#app/features/newsletter/read-issues.ts'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import { OutcomeNotice } from '#app/ui/forms/OutcomeNotice.tsx'
import { RelativeTime } from '#app/ui/RelativeTime.tsx'
import { AdminFrame } from '#app/ui/shell/AdminFrame.tsx'

type ShownIssue = { id: string; subject: string; state: IssueState; written: number; at: string }
type IssuesPageProps = {
  isAdmin: boolean
  mayWrite: boolean
  addressees: number
  issues: ShownIssue[]
  isDeleted: boolean
  nextId: string
}

const stateWords: Record<IssueState, string> = {
  draft: 'Draft',
  sending: 'On its way',
  sent: 'Sent',
  stopped: 'Stopped',
}
const counted = (people: number) =>
  people === 1 ? '1 person wants it' : `${people.toLocaleString('en')} people want it`

export function IssuesPage({ isAdmin, mayWrite, addressees, issues, isDeleted, nextId }: IssuesPageProps) {
  return (
    <AdminFrame isAdmin={isAdmin} title="Newsletter">
      <OutcomeNotice refusal={undefined} done={isDeleted ? 'The draft is deleted.' : null} />
      <div className="mb-8 flex flex-wrap items-center justify-between gap-4">
        <p className="max-w-reading text-muted">
          {addressees === 0
            ? 'Nobody wants it yet: people ask for it in their settings, visitors where they leave an address.'
            : `${counted(addressees)}: nobody gets it who didn’t ask for it, and each issue can be stopped by a link in it.`}
        </p>
        {mayWrite && (
          <ButtonLink to={paths.newsletterIssue(nextId)} look="primary">
            Write an issue
          </ButtonLink>
        )}
      </div>
      {issues.length === 0 ? (
        <div className="border-t border-hairline py-10">
          <p className="font-serif text-2xl font-medium">No issue yet</p>
          <p className="mt-2 text-muted">
            Write one when there is something worth reading: how to make a good thread, or what is new.
          </p>
        </div>
      ) : (
        <ul className="divide-y divide-hairline border-y border-hairline">
          {issues.map(({ id, subject, state, written, at }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-4">
              <Link
                to={paths.newsletterIssue(id)}
                className="min-w-0 flex-1 basis-64 font-medium wrap-anywhere"
              >
                {subject}
              </Link>
              <span className="text-sm text-muted">
                {stateWords[state]}
                {state !== 'draft' && ` · ${written.toLocaleString('en')} written`} ·{' '}
                <RelativeTime iso={at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </AdminFrame>
  )
}
