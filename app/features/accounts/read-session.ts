import type pg from 'pg'
import { z } from 'zod'
import type { Redis } from '#app/platform/redis.server.ts'
import { roles } from './permissions.ts'
import { cachedFor, idleSession, longestSession, seenEvery } from './session-life.ts'

const sessionSchema = z.object({
  id: z.uuid(),
  userId: z.uuid(),
  name: z.string(),
  email: z.string().nullable(),
  hasTwoFactor: z.boolean(),
  role: z.enum(roles),
  /** Whom an admin looks at Threadr as, and until when; null for who sees it as themselves. */
  seeing: z.object({ personId: z.uuid(), name: z.string(), until: z.coerce.date() }).nullable(),
})
/** Whose browser it is, for as long as the session lives. */
export type Session = z.infer<typeof sessionSchema>

const rowSchema = sessionSchema.extend({ seenLongAgo: z.boolean() })

export const sessionCacheKey = (tokenHash: string) => `threadr:session:${tokenHash}`

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
 * The session that a token's hash names; null where it has ended or its time is over. A Redis that all processes share
 * answers for 10 seconds, and ending a session takes it out of there; without one the database is asked each time, since
 * no other process could be told. That a session is used is written down once a minute at most.
 */
export async function readSession(
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
  if (isShared) await redis.set(sessionCacheKey(tokenHash), JSON.stringify(session), cachedFor)
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
