import type { Request, RequestHandler, Response } from 'express'
import { minutes } from '#app/platform/durations.ts'
import type { Env } from '#app/platform/env.ts'
import { problemResponse } from '#app/platform/error-response.server.ts'

const methods = 'GET, POST, PATCH, DELETE'
const requestHeaders = 'Authorization, Content-Type, Idempotency-Key, If-Match'
const answerHeaders = 'ETag, Location, Retry-After, WWW-Authenticate, X-Request-Id'

/** What programs ask, as the application will read the address: a path that leads out of there is none of it. */
function isForPrograms(request: Request): boolean {
  const path = URL.parse(request.originalUrl, 'http://threadr.invalid')?.pathname ?? ''
  return /^\/(api\/v1\/|\.well-known\/jwks\.json$)/.test(path)
}

/**
 * Lets programs in by their key or token alone: their cookies are taken away before anything could look at them, so that
 * nothing a browser sends by itself lets anybody in, and the origin needn't be ours. Pages of the origins that are set
 * may read the answers, never with credentials; a browser's question beforehand ends here.
 */
export function apiDoor({ apiOrigins }: Pick<Env, 'apiOrigins'>): RequestHandler {
  const allowed = new Set(apiOrigins)
  return (request, response, next) => {
    if (!isForPrograms(request)) return next()
    response.locals.isForPrograms = true
    delete request.headers.cookie
    response.vary('Origin')
    const { origin } = request.headers
    if (origin !== undefined && allowed.has(origin)) {
      response.set('Access-Control-Allow-Origin', origin)
      response.set('Access-Control-Expose-Headers', answerHeaders)
      if (request.method === 'OPTIONS') {
        response.set('Access-Control-Allow-Methods', methods)
        response.set('Access-Control-Allow-Headers', requestHeaders)
        response.set('Access-Control-Max-Age', String(minutes(10) / 1000))
      }
    }
    if (request.method !== 'OPTIONS') return next()
    response.set('Allow', `${methods}, OPTIONS`).status(204).end()
  }
}

/** Refuses a request before the application sees it: in a sentence, or as a program reads it. */
export async function refuse(response: Response, status: number, detail: string): Promise<void> {
  response.status(status)
  if (!response.locals.isForPrograms) {
    response.type('text/plain').send(detail)
    return
  }
  const problem = problemResponse({ status, detail, code: 'refused' })
  for (const [name, value] of problem.headers) response.set(name, value)
  response.send(await problem.text())
}
