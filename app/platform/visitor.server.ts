import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { days } from './durations.ts'
import { type CookieEnv, ownCookie } from './own-cookie.server.ts'

/** The longest that browsers keep a cookie. */
const keptFor = days(400)

const visitorIdSchema = z.uuid()
const visitorCookie = (env: CookieEnv) => ownCookie(env, 'visitor', { lifeMs: keptFor, signed: true })

export type Visitor = {
  visitorId: string
  /** The Set-Cookie value that makes a new browser known; null where it is known already. */
  setCookie: string | null
}

/**
 * Which browser this is, by its signed cookie; a browser without a valid one gets a new id, which is written nowhere
 * but in the cookie until it submits something.
 */
export async function readVisitor(request: Request, env: CookieEnv): Promise<Visitor> {
  const cookie = visitorCookie(env)
  const parsed = visitorIdSchema.safeParse(await cookie.parse(request.headers.get('Cookie')))
  if (parsed.success) return { visitorId: parsed.data, setCookie: null }
  const visitorId = uuidv7()
  return { visitorId, setCookie: await cookie.serialize(visitorId) }
}
