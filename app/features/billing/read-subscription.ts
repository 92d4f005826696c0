import type { Db } from '#app/platform/db.server.ts'
import { type ListedInvoice, storedInvoices } from './invoices.ts'
import { isUnderWay } from './subscription-state.ts'

export type ShownSubscription = {
  /** Stripe's number of the person; null for who never bought anything. */
  customerId: string | null
  /** Stripe's word for it, paused, or none. */
  status: string
  isUnderWay: boolean
  /** Null where what is paid is for none of our plans. */
  plan: string | null
  interval: string | null
  amountCents: number | null
  currency: string | null
  /** ISO 8601, as all times here. */
  periodEnd: string | null
  trialEnd: string | null
  endsThen: boolean
  hadTrial: boolean
  heldSince: string | null
  invoices: ListedInvoice[]
  syncedAt: string | null
}

/** What somebody has bought, as it was last heard from Stripe; null for who never began to buy. */
export async function readSubscription(db: Db, userId: string): Promise<ShownSubscription | null> {
  const row = await db.subscription.findUnique({ where: { userId } })
  if (!row) return null
  return {
    customerId: row.customerId,
    status: row.status,
    isUnderWay: isUnderWay(row.status),
    plan: row.plan,
    interval: row.interval,
    amountCents: row.amountCents,
    currency: row.currency,
    periodEnd: row.periodEnd?.toISOString() ?? null,
    trialEnd: row.trialEnd?.toISOString() ?? null,
    endsThen: row.cancelAtPeriodEnd,
    hadTrial: row.trialUsedAt !== null,
    heldSince: row.heldSince?.toISOString() ?? null,
    invoices: storedInvoices(row.invoices),
    syncedAt: row.syncedAt?.toISOString() ?? null,
  }
}
