import type { Tx } from '#app/platform/db.server.ts'
import { dropRequests } from './account-request.ts'
import { endSessions } from './end-sessions.ts'

/**
 * Keeps somebody out, in the caller's transaction: their sessions end, and no link, code or password lets them in. Gives
 * what has to be passed to `forgetSessions` once that is through.
 */
export async function keepOut(tx: Tx, userId: string): Promise<string[]> {
  await tx.user.update({ where: { id: userId }, data: { disabledAt: new Date() } })
  await dropRequests(tx, userId)
  return endSessions(tx, { userId, except: null })
}
