import { extraThreads } from '#app/features/billing/plans.ts'
import { LeaveAddressForm } from '../leave-address/LeaveAddressForm.tsx'

/** For a visitor who has used the day's threads up. */
export function MoreForAddress() {
  return (
    <section
      aria-labelledby="more-for-address"
      className="mt-10 rounded-card border border-hairline bg-surface p-5 sm:p-6"
    >
      <h2 id="more-for-address" className="font-serif text-xl font-medium">
        {extraThreads} more threads today
      </h2>
      <p className="mt-1 mb-5 text-muted">
        Leave an address that you read, confirm it, and this browser goes on writing.
      </p>
      <LeaveAddressForm answer={undefined} />
    </section>
  )
}
