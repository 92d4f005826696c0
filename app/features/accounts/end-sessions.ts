import type pg from 'pg'
import { forget } from '#app/platform/cache/forget.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import type { Redis } from '#app/platform/redis/redis.ts'
import { endGrants } from './api-tokens/end-grants.ts'
import { sessionCacheKey } from './session.ts'
import { cachedFor, idleSession, longestSession } from './session-life.ts'
import { memoryOf } from './session-memory.ts'

type Which =
  | { token: { hash: string } }
  | { userId: string; sessionId: string }
  /** All of a person's, but for the one they are using, and what programs were signed in with. */
  | { userId: string; except: string | null }

/** Ends sessions, in the caller's transaction. Gives what has to be passed to `forgetSessions` once that is through. */
export async function endSessions(db: Db | Tx, which: Which): Promise<string[]> {
  if ('token' in which) {
    await db.session.deleteMany({ where: { tokenHash: which.token.hash } })
    return [which.token.hash]
  }
  const where =
    'sessionId' in which
      ? { userId: which.userId, id: which.sessionId }
      : { userId: which.userId, ...(which.except !== null && { id: { not: which.except } }) }
  const ended = await db.session.findMany({ where, select: { id: true, tokenHash: true } })
  await db.session.deleteMany({ where })
  if ('except' in which) await endGrants(db, which.userId)
  return ended.map(({ tokenHash }) => tokenHash)
}

/** Takes ended sessions out of this process's memory and out of Redis; the other processes hear of them from the database. */
export async function forgetSessions(redis: Redis, tokenHashes: string[]): Promise<void> {
  for (const hash of tokenHashes) memoryOf(redis)?.forget(hash)
  await Promise.all(tokenHashes.map((hash) => forget(redis, sessionCacheKey(hash), cachedFor)))
}

/** Deletes sessions whose time is over, 5,000 at most. Returns how many. */
export async function sweepSessions(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `delete from sessions where id in (
       select id from sessions
       where last_seen_at < now() - $1 * interval '1 ms' or created_at < now() - $2 * interval '1 ms' limit 5000
     )`,
    [idleSession, longestSession],
  )
  return rowCount ?? 0
}
