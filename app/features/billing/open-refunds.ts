import type { Db } from '#app/platform/db.server.ts'

/**
 * The refunds of a customer that the ledger has as gone, by Stripe's numbers. One of them may still come back, and then its
 * charge says nothing of it any more.
 */
export async function openRefunds(prisma: Db, customerId: string): Promise<string[]> {
  const rows = await prisma.ledgerEntry.findMany({
    where: { customerId, kind: { in: ['refund', 'refund-failed'] } },
    select: { kind: true, reference: true },
  })
  const back = new Set(rows.filter(({ kind }) => kind === 'refund-failed').map(({ reference }) => reference))
  return rows.flatMap(({ kind, reference }) => (kind === 'refund' && !back.has(reference) ? [reference] : []))
}
