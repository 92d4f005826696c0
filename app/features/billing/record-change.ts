import { countEvent } from '#app/features/analytics/count-event.ts'
import type { Tx } from '#app/platform/db.server.ts'

/** What somebody pays a month, in the currency's smallest unit; no currency where they pay nothing. */
type Monthly = { cents: number; currency: string | null }

/** Adds to the books what changed of what somebody pays a month, in the transaction that writes it down; nothing where nothing did. */
export async function recordChange(
  tx: Tx,
  of: { userId: string; customerId: string; at: Date },
  before: Monthly,
  after: Monthly,
): Promise<void> {
  const steps = stepsOf(before, after)
  await tx.subscriptionChange.createMany({ data: steps.map((step) => ({ ...of, ...step })) })
  for (const { fromCents, toCents, currency } of steps)
    if (toCents > fromCents)
      await countEvent(tx, 'plan_chosen', { toCents, currency }, { owner: { userId: of.userId } })
}

function stepsOf(before: Monthly, after: Monthly) {
  const currency = after.cents > 0 ? after.currency : before.currency
  if (currency === null) return []
  const steps =
    before.cents > 0 && before.currency !== null && before.currency !== currency
      ? [
          { fromCents: before.cents, toCents: 0, currency: before.currency },
          { fromCents: 0, toCents: after.cents, currency },
        ]
      : [{ fromCents: before.cents, toCents: after.cents, currency }]
  return steps.filter(({ fromCents, toCents }) => fromCents !== toCents)
}
