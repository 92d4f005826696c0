import { createHash } from 'node:crypto'
import { deliverable } from '#app/integrations/mail/address.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'

const suppressionReasons = ['bounced', 'complained', 'by-hand', 'provider'] as const
export type SuppressionReason = (typeof suppressionReasons)[number]

/** What an address is known by on the list. It stays when the address is forgotten, so that nobody who complained is written to. */
export const addressHash = (address: string): string =>
  createHash('sha256')
    .update(deliverable(address) ?? address.trim().toLowerCase())
    .digest('hex')

/** Why nothing is sent to an address; null where it may be. */
export async function suppressionOf(db: Db | Tx, address: string): Promise<SuppressionReason | null> {
  const row = await db.mailSuppression.findUnique({
    where: { addressHash: addressHash(address) },
    select: { reason: true },
  })
  return suppressionReasons.find((reason) => reason === row?.reason) ?? null
}

/** Has nothing sent to an address from now on. One that is on the list stays there for its first reason; false then. */
export async function suppress(tx: Tx, address: string, reason: SuppressionReason): Promise<boolean> {
  const { count } = await tx.mailSuppression.createMany({
    data: [{ addressHash: addressHash(address), address: deliverable(address), reason }],
    skipDuplicates: true,
  })
  return count > 0
}

/** Takes an address off the list again; false where it wasn't there. */
export async function unsuppress(tx: Tx, hash: string): Promise<boolean> {
  const { count } = await tx.mailSuppression.deleteMany({ where: { addressHash: hash } })
  return count > 0
}

/** Leaves of an address no more than its hash, as its account goes. */
export async function forgetAddress(tx: Tx, address: string): Promise<void> {
  await tx.mailSuppression.updateMany({
    where: { addressHash: addressHash(address) },
    data: { address: null },
  })
}

export type Suppression = {
  hash: string
  address: string | null
  reason: string
  createdAt: Date
}

/**
 * Addresses that nothing is sent to, the latest first: those that hold what was typed, and the one that is it, also where
 * only its hash is left. `hasMore` tells that there are others beyond `size`.
 */
export async function findSuppressions(
  db: Db,
  typed: string,
  size: number,
): Promise<{ suppressions: Suppression[]; hasMore: boolean }> {
  const wanted = typed.trim().toLowerCase().slice(0, 254)
  const rows = await db.mailSuppression.findMany({
    where:
      wanted === '' ? {} : { OR: [{ address: { contains: wanted } }, { addressHash: addressHash(wanted) }] },
    orderBy: [{ createdAt: 'desc' }, { addressHash: 'asc' }],
    take: size + 1,
  })
  return {
    suppressions: rows
      .slice(0, size)
      .map(({ addressHash: hash, address, reason, createdAt }) => ({ hash, address, reason, createdAt })),
    hasMore: rows.length > size,
  }
}
