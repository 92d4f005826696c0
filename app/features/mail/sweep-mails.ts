import type { Db } from '#app/platform/db.server.ts'
import { days } from '#app/platform/durations.ts'

const keptFor = days(30)
const mostAtOnce = 5_000

/** Deletes messages that are over 30 days old, 5,000 at most. Returns how many. */
export async function sweepMails(db: Db, now = new Date()): Promise<number> {
  const old = await db.mail.findMany({
    where: { createdAt: { lt: new Date(now.getTime() - keptFor) } },
    select: { id: true },
    take: mostAtOnce,
  })
  const { count } = await db.mail.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } })
  return count
}
