import type { MailRates } from '#app/features/mail/read-rates.ts'
import { OutcomeNotice } from '#app/ui/forms/OutcomeNotice.tsx'
import { AdminFrame } from '#app/ui/shell/AdminFrame.tsx'
import { type Done, doneSentences } from './done.ts'
import { RateBars } from './RateBars.tsx'
import { RateTable } from './RateTable.tsx'
import { SuppressionList, type SuppressionListProps } from './SuppressionList.tsx'
import { type ShownMail, TroubledList } from './TroubledList.tsx'

type MailPageProps = SuppressionListProps & {
  isAdmin: boolean
  rates: MailRates
  unknown: ShownMail[]
  refused: ShownMail[]
  done: Done | null
}

const partTitle = 'mb-4 font-serif text-2xl font-medium'

export function MailPage({ isAdmin, rates, unknown, refused, done, ...list }: MailPageProps) {
  const { answer } = list
  const refusal = answer?.intent === 'lift' ? (answer.errors.form ?? 'Load the page again.') : undefined
  return (
    <AdminFrame isAdmin={isAdmin} title="Mail">
      <OutcomeNotice refusal={refusal} done={done !== null && !answer ? doneSentences[done] : null} />
      <section aria-labelledby="rates">
        <h2 id="rates" className={partTitle}>
          The last 30 days
        </h2>
        {rates.templates.length === 0 ? (
          <p className="border-t border-hairline py-6 text-muted">No message was written in this time.</p>
        ) : (
          <>
            <RateBars days={rates.days} />
            <RateTable templates={rates.templates} />
          </>
        )}
      </section>
      <section aria-labelledby="unknown" className="mt-14">
        <h2 id="unknown" className={partTitle}>
          Nobody knows whether these arrived
        </h2>
        <p className="mb-4 max-w-reading text-muted">
          They were handed over, and the answer got lost. They are not sent again, since that could send them
          twice. Look for the address in the provider’s own log; if it isn’t there, have whatever caused the
          message done once more.
        </p>
        <TroubledList mails={unknown} none="None: of every message it is known what became of it." />
      </section>
      <section aria-labelledby="refused" className="mt-14">
        <h2 id="refused" className={partTitle}>
          Refused
        </h2>
        <TroubledList mails={refused} none="No message was refused." />
      </section>
      <section aria-labelledby="suppressed" className="mt-14">
        <h2 id="suppressed" className={partTitle}>
          Addresses that nothing is sent to
        </h2>
        <SuppressionList {...list} />
      </section>
    </AdminFrame>
  )
}
