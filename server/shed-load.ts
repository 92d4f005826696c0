import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import type { Load } from '#app/platform/overload/watch-load.ts'
import { refuse } from './api-door.ts'
import { mayWait } from './may-wait.ts'
import { remixByAddress } from './remix-by-address.ts'
import { requestContext } from './request-context.ts'
import type { LastingContext } from './web-context.ts'

/** When who is turned away may come back, in seconds. */
const comeBackAfter = 10
const words =
  'Threadr has more to do than it manages at the moment. Nothing is lost: try again in a few seconds.'

/**
 * While a process has more to do than it manages, answers at once what may wait (`mayWait`) with 503 and when to come back, so
 * that who is at work goes on. A page is drawn once and kept; what a page asks for without its markup gets the
 * same as an error of that page.
 */
export function shedLoad(context: LastingContext, load: Load, build: ServerBuild): RequestHandler {
  const mode = 'production'
  const refusing = refusingBuild(build)
  const asData = remixByAddress({
    build: refusing,
    mode,
    getLoadContext: (request, response) => requestContext(context, request, response),
  })
  const draw = createRequestHandler(refusing, mode)
  let page: Promise<string> | null = null
  return async (request, response, next) => {
    const why = load.isTooMuch() ? mayWait(request, response.locals) : null
    if (why === null) return next()
    context.metrics.shed(why)
    response.locals.isShed = true
    response.set('Retry-After', String(comeBackAfter))
    response.set('Cache-Control', 'private, no-store')
    if (response.locals.isForPrograms) return refuse(response, 503, words)
    // Who it is for is of no account to what is said, and to look would cost.
    delete request.headers.cookie
    if (request.path.endsWith('.data')) return asData(request, response, next)
    if (!request.accepts('html')) return refuse(response, 503, words)
    page ??= draw(new Request(context.env.appUrl), requestContext(context, request, response))
      .then((answer) => answer.text())
      .then(withoutScripts)
    try {
      response
        .status(503)
        .type('html')
        .send(await page)
    } catch (error) {
      page = null
      context.logger.error({ err: error }, 'the page of who is turned away could not be drawn')
      await refuse(response, 503, words)
    }
  }
}

/** The page works without them, and each answer would need a nonce of its own. */
const withoutScripts = (html: string) =>
  html.replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>|<link rel="modulepreload"[^>]*>/g, '')

/** The build with all that a page asks for refused, but what its frame shows. */
function refusingBuild(build: ServerBuild): ServerBuild {
  const refused = () => {
    throw Response.json(
      { message: words, retryAfterSeconds: comeBackAfter },
      { status: 503, headers: { 'Retry-After': String(comeBackAfter) } },
    )
  }
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route || id === 'root') return [id, route]
    const { loader, action, ...module } = route.module
    const refusing = { ...module, ...(loader && { loader: refused }), ...(action && { action: refused }) }
    return [id, { ...route, module: refusing }]
  })
  return { ...build, routes: Object.fromEntries(routes) }
}
