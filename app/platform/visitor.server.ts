import { createHash } from 'node:crypto'
import { createCookie } from '@remix-run/node'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { days } from './durations.ts'
import type { Env } from './env.ts'

/** The longest that browsers keep a cookie. */
const keptFor = days(400)

function visitorCookie(env: Pick<Env, 'mode' | 'sessionSecret'>) {
  // Browsers take the __Host- prefix over https only. Cookies don't tell ports apart, so that two Threadrs on one
  // computer need names of their own, else each would take the other's visitors away.
  const secure = env.mode === 'production'
  const local = createHash('sha256').update(env.sessionSecret).digest('hex').slice(0, 8)
  return createCookie(secure ? '__Host-visitor' : `visitor-${local}`, {
    secrets: [env.sessionSecret],
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    maxAge: keptFor / 1000,
  })
}

export type Visitor = {
  visitorId: string
  /** The Set-Cookie value that makes a new browser known; null where it is known already. */
  setCookie: string | null
}

/**
 * Which browser this is, by its signed cookie; a browser without a valid one gets a new id, which is written nowhere
 * but in the cookie until it submits something.
 */
export async function readVisitor(
  request: Request,
  env: Pick<Env, 'mode' | 'sessionSecret'>,
): Promise<Visitor> {
  const cookie = visitorCookie(env)
  const parsed = z.uuid().safeParse(await cookie.parse(request.headers.get('Cookie')))
  if (parsed.success) return { visitorId: parsed.data, setCookie: null }
  const visitorId = uuidv7()
  return { visitorId, setCookie: await cookie.serialize(visitorId) }
}
