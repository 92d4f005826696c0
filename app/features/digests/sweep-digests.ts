import type { Db } from '#app/platform/db.server.ts'
import { enqueueMany } from '#app/platform/queue/enqueue.ts'

const mostAtOnce = 10_000

/** Adds a job for each digest that is due, 10,000 at most. Returns how many. */
export async function sweepDigests(db: Db, now = new Date()): Promise<number> {
  const due = await db.digestSetting.findMany({
    where: { nextAt: { lte: now } },
    select: { userId: true, nextAt: true },
    orderBy: { nextAt: 'asc' },
    take: mostAtOnce,
  })
  const jobs = due.flatMap(({ userId, nextAt }) => (nextAt ? [{ userId, dueAt: nextAt.toISOString() }] : []))
  await enqueueMany(db, 'send_digest', jobs)
  return jobs.length
}
