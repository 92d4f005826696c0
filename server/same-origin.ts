import type { Request, RequestHandler } from 'express'
import type { Env } from '#app/platform/env.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])
const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Refuses what another site makes a browser send: a changing request with a foreign Origin or a cross-site
 * Sec-Fetch-Site. A client that sends neither header is no browser and carries nobody's cookie by itself; what comes
 * through the API's door has lost its cookies there.
 */
export function sameOriginOnly(env: Pick<Env, 'mode' | 'appUrl'>): RequestHandler {
  const ownOrigin = new URL(env.appUrl).origin
  const isOwn = (request: Request, origin: string) =>
    env.mode === 'production' ? origin === ownOrigin : URL.parse(origin)?.host === request.headers.host
  return (request, response, next) => {
    if (safeMethods.has(request.method) || response.locals.isForPrograms) return next()
    const site = request.headers['sec-fetch-site']
    const { origin } = request.headers
    const foreign =
      (site !== undefined && site !== 'same-origin' && site !== 'none') ||
      (origin !== undefined && !isOwn(request, origin))
    if (!foreign) return next()
    response
      .status(403)
      .type('text/plain')
      .send('This request came from another site, so Threadr has not carried it out.')
  }
}

/**
 * In local mode, answers only to the names of this computer: a page on the web whose own name has been pointed at
 * 127.0.0.1 would else be taken for Threadr by the browser.
 */
export function loopbackHostOnly(env: Pick<Env, 'mode'>): RequestHandler {
  return (request, response, next) => {
    const name = (request.headers.host ?? '').replace(/:\d+$/, '')
    if (env.mode === 'production' || loopbackNames.has(name)) return next()
    response.status(421).type('text/plain').send('Local mode answers to localhost and 127.0.0.1 only.')
  }
}

/**
 * Says to the application which host was asked: in production the configured one, whatever a proxy made of it or a
 * client claims, and elsewhere the one in the request.
 */
export function knownHost(env: Pick<Env, 'mode' | 'appUrl'>): RequestHandler {
  const { host } = new URL(env.appUrl)
  return (request, _response, next) => {
    if (env.mode === 'production') request.headers['x-forwarded-host'] = host
    else delete request.headers['x-forwarded-host']
    next()
  }
}
