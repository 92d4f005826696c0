import { randomUUID } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import { isHeldRoute } from '#app/platform/held-route.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import type { Metrics } from '#app/platform/metrics/create-metrics.ts'
import type { Load } from '#app/platform/overload/watch-load.ts'
import type { Tracer } from '#app/platform/tracing/span.ts'
import { withinWork } from '#app/platform/work.server.ts'

/**
 * Makes of each request a piece of work with an id, which its answer carries, and every line of the log and every job that
 * comes of it. When it ends it is counted by its route and logged in one line:
 * at `debug` where it went well and pages ask many. Query strings stay out of it.
 */
export function requestLog({
  logger,
  metrics,
  load,
  tracer,
}: {
  logger: Logger
  metrics: Metrics
  load: Pick<Load, 'answered'>
  tracer: Tracer | null
}): RequestHandler {
  return (request, response, next) => {
    const requestId = randomUUID()
    const started = performance.now()
    const span = tracer?.begin(request.method, 'server', { 'threadr.request_id': requestId }) ?? null
    response.setHeader('X-Request-Id', requestId)
    response.once('close', () => {
      const ms = performance.now() - started
      const route = routeOf(response)
      metrics.request({ route, method: request.method, status: response.statusCode, seconds: ms / 1000 })
      if (route !== 'other' && !isHeldRoute(route)) load.answered(ms)
      span?.rename(`${request.method} ${route}`)
      span?.set({
        'http.request.method': request.method,
        'http.route': route,
        'http.response.status_code': response.statusCode,
      })
      span?.end(response.statusCode >= 500 ? response.statusCode : undefined)
      const entry = {
        requestId,
        method: request.method,
        path: request.path,
        route,
        status: response.statusCode,
        ms: Math.round(ms),
      }
      // One that was turned away has an alert of its own, and there are many.
      if (response.statusCode >= 500 && !response.locals.isShed) logger.error(entry, 'request failed')
      // A file or a poll that went well is of no interest, and a page has many.
      else if ((route === 'other' || isHeldRoute(route)) && response.statusCode < 400)
        logger.debug(entry, 'request')
      else logger.info(entry, 'request')
    })
    withinWork({ requestId, metrics, span }, next)
  }
}

/** The route that a request was for, by its id: set where it is found; "other" for what no route of ours answers, be it turned away. */
const routeOf = ({ locals }: Response): string =>
  String(locals.isShed ? 'other' : (locals.routeId ?? 'other'))
