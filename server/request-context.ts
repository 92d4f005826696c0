import type { Request, Response } from 'express'
import type { AppContext } from '#app/platform/context.ts'
import { staleReadsOf } from '#app/platform/replica/stale-reads.server.ts'
import { clientAddress } from './client-address.ts'
import type { LastingContext } from './web-context.ts'

/** What a request's loaders and actions are lent. */
export function requestContext(context: LastingContext, request: Request, response: Response): AppContext {
  const { env, replica } = context
  const setCookie = (value: string) => {
    // Programs keep no cookies, and who has gone hears of none.
    if (!response.locals.isForPrograms && !response.headersSent) response.append('Set-Cookie', value)
  }
  const { method, headers } = request
  return {
    ...context,
    ...staleReadsOf({ method, cookies: headers.cookie ?? null, setCookie }, replica, env),
    cspNonce: String(response.locals.cspNonce),
    allowScripts: response.locals.allowScripts,
    ip: clientAddress(request, env.trustedProxies),
  }
}
