import type { Db } from '#app/platform/db.server.ts'
import { days, hours } from '#app/platform/durations.ts'

const keptFor = days(30)
/** For so long staff may read which address is on the list of those that nothing is sent to; after it its hash remains. */
const addressesKeptFor = days(365)
/** After so long no key holds, and no job is left that tries. */
const openFor = hours(25)
const mostAtOnce = 5_000

/**
 * Deletes messages that are over 30 days old with their events, 5,000 at most, and events that were about no message; settles as unknown what was handed
 * over a day ago and never answered. Returns how many messages are gone.
 */
export async function sweepMails(db: Db, now = new Date()): Promise<number> {
  const before = (ms: number) => new Date(now.getTime() - ms)
  await db.mail.updateMany({
    where: { state: 'sending', handedAt: { lt: before(openFor) } },
    data: { state: 'unknown', settledAt: now, body: null },
  })
  await db.mailSuppression.updateMany({
    where: { createdAt: { lt: before(addressesKeptFor) }, address: { not: null } },
    data: { address: null },
  })
  await db.mailEvent.deleteMany({ where: { mailId: null, receivedAt: { lt: before(keptFor) } } })
  const old = await db.mail.findMany({
    where: { createdAt: { lt: before(keptFor) } },
    select: { id: true },
    take: mostAtOnce,
  })
  const { count } = await db.mail.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } })
  return count
}
