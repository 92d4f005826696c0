import { isPublicNetwork } from '#app/platform/client-address.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { days } from '#app/platform/durations.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'

/** Accounts that were made within a day are counted together. */
const together = days(1)

/**
 * Writes down from which range an account was made, and counts the accounts made from there within a day, this one among
 * them. A range is what the audit trail keeps too: an IPv4 /24, which is the least that is routed by itself, and an IPv6
 * /48, which is what one site is given (RFC 6177): with a /64 anybody who has a server would sign up from 65,536 of them.
 * Ranges that are nobody's on the internet count for nothing: behind a proxy that isn't set up, everybody comes from one.
 */
export async function countInRange(
  tx: Tx,
  sealer: Sealer,
  { userId, network }: { userId: string; network: string },
): Promise<number> {
  if (!isPublicNetwork(network)) return 0
  const rangeKey = sealer.digest('range of a sign-up', network)
  // One after the other, so that of many at once each is counted by those after it.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${rangeKey}))`
  await tx.signUpRange.createMany({ data: [{ userId, rangeKey }], skipDuplicates: true })
  // Those from before a new key name the old one.
  const keys = sealer.digests('range of a sign-up', network)
  return tx.signUpRange.count({
    where: { rangeKey: { in: keys }, at: { gt: new Date(Date.now() - together) } },
  })
}

/** Deletes ranges that were written down so many days ago, 5,000 at most. Returns how many. */
export async function sweepRanges(db: Db, keepDays: number, now = new Date()): Promise<number> {
  const old = await db.signUpRange.findMany({
    where: { at: { lt: new Date(now.getTime() - days(keepDays)) } },
    select: { userId: true },
    take: 5_000,
  })
  const { count } = await db.signUpRange.deleteMany({
    where: { userId: { in: old.map(({ userId }) => userId) } },
  })
  return count
}
