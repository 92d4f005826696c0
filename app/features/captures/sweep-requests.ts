import type { Db } from '#app/platform/db.server.ts'
import { days } from '#app/platform/durations.ts'

const keptFor = days(7)

/** Deletes what was asked for an address seven days ago and more, confirmed by then or for good not. Gives how many. */
export async function sweepCaptureRequests(db: Db, now = new Date()): Promise<number> {
  const { count } = await db.captureRequest.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - keptFor) } },
  })
  return count
}
