import type { Db } from '#app/platform/db.server.ts'
import { days } from '#app/platform/durations.ts'

const keptFor = days(7)
/** Nothing is written to an address that was taken over unconfirmed, so it serves for nothing but being confirmed. */
const unconfirmedFor = days(90)

/**
 * Deletes what was asked for an address seven days ago and more, confirmed by then or for good not, and addresses that were taken
 * over unconfirmed and stayed so for ninety days. Gives how many.
 */
export async function sweepCaptureRequests(db: Db, now = new Date()): Promise<number> {
  await db.capture.deleteMany({
    where: { confirmedAt: null, takenOverAt: { lt: new Date(now.getTime() - unconfirmedFor) } },
  })
  const { count } = await db.captureRequest.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - keptFor) } },
  })
  return count
}
