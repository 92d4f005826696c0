type Item = {
  quantity?: number
  price: { unit_amount: number | null; recurring: { interval: string; interval_count: number } | null }
}
/** Of a subscription of Stripe's, and of a charge, what is looked at. */
type Collected = { status: string; pause_collection: object | null; created: number; items: { data: Item[] } }
type Paid = { paid: boolean; amount_captured: number; created: number }

/** How many of Stripe's intervals make a year. */
const perYear: Record<string, number> = { day: 365, week: 52, month: 12, year: 1 }

/**
 * What a subscription comes to a month, in its currency's smallest unit, before discounts and taxes: of a year a twelfth,
 * rounded to the nearest unit. 0 unless it is active or being collected once more, and until something was paid since it
 * began, so that no trial counts, nor what a code makes free.
 */
export function monthlyCents(
  { status, pause_collection: pause, created, items }: Collected,
  charges: readonly Paid[],
): number {
  const isCollected = (status === 'active' || status === 'past_due') && !pause
  const isPaid = charges.some(
    (charge) => charge.paid && charge.amount_captured > 0 && charge.created >= created,
  )
  const [item] = items.data
  const recurring = item?.price.recurring
  if (!isCollected || !isPaid || !item || !recurring) return 0
  const { unit_amount: amount } = item.price
  const times = (perYear[recurring.interval] ?? 0) / recurring.interval_count
  return Math.round(((amount ?? 0) * (item.quantity ?? 1) * times) / 12)
}
