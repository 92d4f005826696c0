import type pg from 'pg'
import { z } from 'zod'
import type { Redis } from '#app/platform/redis/redis.ts'
import { type Session, sessionCacheKey, sessionSchema } from './session.ts'
import { cachedFor, idleSession, longestSession, seenEvery } from './session-life.ts'
import { memoryOf } from './session-memory.ts'

const rowSchema = sessionSchema.extend({ seenLongAgo: z.boolean() })

const seconds = (ms: number) => ms / 1000

/** All times are the database's, which is one clock for all processes. */
const statement = {
  name: 'read-session',
  text: `select s.id, s.user_id as "userId", u.name, u.email, u.totp_since is not null as "hasTwoFactor", u.role,
           (select jsonb_build_object('personId', p.id, 'name', p.name, 'until', e.until)
            from seeings e join users p on p.id = e.person_id
            where e.session_id = s.id and e.ended_at is null and e.until > now()) as seeing,
           s.last_seen_at < now() - make_interval(secs => ${seconds(seenEvery)}) as "seenLongAgo"
         from sessions s join users u on u.id = s.user_id
         where s.token_hash = $1 and u.disabled_at is null
           and s.last_seen_at > now() - make_interval(secs => ${seconds(idleSession)})
           and s.created_at > now() - make_interval(secs => ${seconds(longestSession)})`,
}

/**
 * The session that a token's hash names; null where it has ended or its time is over. A process that hears of changes answers
 * for 10 seconds from its memory, and so does a Redis that all processes share, which ending a session takes it out of; else
 * the database is asked. That a session is used is written down once a minute at most.
 */
export async function readSession(
  { pool, redis }: { pool: pg.Pool; redis: Redis },
  tokenHash: string,
): Promise<Session | null> {
  const memory = memoryOf(redis)
  const remembered = memory?.get(tokenHash)
  if (remembered) return remembered
  const remember = memory?.begin(tokenHash)
  const session = await lookUp({ pool, redis }, tokenHash)
  if (session) remember?.(session)
  return session
}

async function lookUp(
  { pool, redis }: { pool: pg.Pool; redis: Redis },
  tokenHash: string,
): Promise<Session | null> {
  const isShared = redis.kind !== 'in-process'
  const cached = isShared ? parsed(await redis.get(sessionCacheKey(tokenHash))) : null
  if (cached) return cached
  const { rows } = await pool.query({ ...statement, values: [tokenHash] })
  if (rows[0] === undefined) return null
  const { seenLongAgo, ...session } = rowSchema.parse(rows[0])
  if (seenLongAgo)
    await pool.query(
      `update sessions set last_seen_at = now()
       where id = $1 and last_seen_at < now() - make_interval(secs => ${seconds(seenEvery)})`,
      [session.id],
    )
  if (isShared) await redis.setNew(sessionCacheKey(tokenHash), JSON.stringify(session), cachedFor)
  return session
}

function parsed(value: string | null): Session | null {
  if (value === null) return null
  try {
    return sessionSchema.safeParse(JSON.parse(value)).data ?? null
  } catch {
    return null
  }
}
