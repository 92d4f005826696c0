import type { AlertsSeen } from '#app/features/alerts/read-alerts.ts'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { OutcomeNotice } from '#app/ui/forms/OutcomeNotice.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { RelativeTime } from '#app/ui/RelativeTime.tsx'
import { AdminFrame } from '#app/ui/shell/AdminFrame.tsx'
import { type Done, doneSentences } from './done.ts'
import { Notes, type ShownNote } from './Notes.tsx'
import { OpenAlerts } from './OpenAlerts.tsx'
import { PastAlerts } from './PastAlerts.tsx'
import { RulesTable } from './RulesTable.tsx'

type AlertsPageProps = AlertsSeen & {
  notes: ShownNote[]
  isAdmin: boolean
  mayChange: boolean
  /** Whether an alert is told to anybody. */
  isTold: boolean
  done: Done | null
  answer: FormAnswer | undefined
}

const partTitle = 'mb-4 font-serif text-2xl font-medium'

export function AlertsPage(props: AlertsPageProps) {
  const { open, past, rules, evaluatedAt, notes, isAdmin, mayChange, isTold, done, answer } = props
  const refusal =
    answer && answer.intent !== 'tell' ? (answer.errors.form ?? 'Load the page again.') : undefined
  return (
    <AdminFrame isAdmin={isAdmin} title="Alerts">
      <OutcomeNotice refusal={refusal} done={done !== null && !answer ? doneSentences[done] : null} />
      {!isTold && (
        <div className="mb-8">
          <Notice title="Nobody is told of alerts">
            They show here alone. Set <code>ALERT_EMAILS</code> or <code>ALERT_WEBHOOK_URL</code> to have them
            sent.
          </Notice>
        </div>
      )}
      <section aria-labelledby="open">
        <h2 id="open" className={partTitle}>
          Now
        </h2>
        <OpenAlerts alerts={open} mayChange={mayChange} />
        <p className="mt-4 text-sm text-muted">
          {evaluatedAt === null ? (
            'The rules have not been looked at yet: a worker does that every minute.'
          ) : (
            <>
              The rules were last looked at <RelativeTime iso={evaluatedAt} />.
            </>
          )}
        </p>
      </section>
      <section aria-labelledby="notes" className="mt-14">
        <h2 id="notes" className={partTitle}>
          What everybody is told
        </h2>
        <Notes notes={notes} mayChange={mayChange} answer={answer} />
      </section>
      <section aria-labelledby="rules" className="mt-14">
        <h2 id="rules" className="font-serif text-2xl font-medium">
          Rules
        </h2>
        <RulesTable rules={rules} />
      </section>
      <section aria-labelledby="past" className="mt-14">
        <h2 id="past" className={partTitle}>
          Over
        </h2>
        <PastAlerts alerts={past} />
      </section>
    </AdminFrame>
  )
}
