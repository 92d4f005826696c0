import { z } from 'zod'
import { minutes } from '../durations.ts'
import type { Env } from '../env.ts'
import { type CookieEnv, ownCookie } from '../own-cookie.server.ts'
import { neverReplayed, positionSchema, positionText } from './position.ts'
import type { Readable, Replica } from './replica.ts'

type MarkEnv = CookieEnv & Pick<Env, 'databaseReplica'>

/**
 * Kept for longer than any replica that is used can be behind, and the second between two looks: after that, what was written is
 * there by all means. Not signed: who forges it makes their own reads older or slower by seconds, and nobody else's.
 */
const markCookie = (env: MarkEnv) =>
  ownCookie(env, 'written', { lifeMs: (env.databaseReplica?.mostLagMs ?? 0) + minutes(1) })

/**
 * Runs a read that may be some seconds old on the replica, where there is one, unless whoever asks has written since what it
 * has. Never for what decides something: quotas, sign-in, permissions, the version that an edit builds on.
 */
export type ReadStale = <Answer>(read: (database: Readable) => Promise<Answer>) => Promise<Answer>

export type StaleReads = {
  readStale: ReadStale
  /** That this request has written something, which whoever sent it is to see from now on. Once it is committed. */
  noteWrite(): Promise<void>
}

type Asking = {
  method: string
  cookies: string | null
  /** Has the answer carry a cookie. */
  setCookie(value: string): void
}

/** The reads of one request. */
export function staleReadsOf(
  { method, cookies, setCookie }: Asking,
  replica: Replica,
  env: MarkEnv,
): StaleReads {
  if (replica.standing().state === 'none')
    return { readStale: (read) => replica.read(null, read), async noteWrite() {} }
  // What a form is answered with is read after what it wrote.
  let after = method === 'GET' || method === 'HEAD' ? markOf(cookies, env) : Promise.resolve(neverReplayed)
  return {
    readStale: async (read) => replica.read(await after, read),
    async noteWrite() {
      after = Promise.resolve(neverReplayed)
      setCookie(await markCookie(env).serialize(positionText(await replica.written())))
    },
  }
}

const markSchema = z.string().pipe(positionSchema).nullable().catch(null)

const markOf = async (cookies: string | null, env: MarkEnv): Promise<bigint | null> =>
  markSchema.parse(await markCookie(env).parse(cookies))
