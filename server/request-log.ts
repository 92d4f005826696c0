import { randomUUID } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import type { Logger } from '#app/platform/logger.server.ts'
import type { Metrics } from '#app/platform/metrics/create-metrics.ts'
import { withinWork } from '#app/platform/work.server.ts'

/**
 * Makes of each request a piece of work with an id, which its answer carries, and every line of the log and every job that
 * comes of it. When it ends it is counted by its route and logged in one line. Query strings stay out of it.
 */
export function requestLog({ logger, metrics }: { logger: Logger; metrics: Metrics }): RequestHandler {
  return (request, response, next) => {
    const requestId = randomUUID()
    const started = performance.now()
    response.setHeader('X-Request-Id', requestId)
    response.once('close', () => {
      const ms = performance.now() - started
      const route = routeOf(response)
      metrics.request({ route, method: request.method, status: response.statusCode, seconds: ms / 1000 })
      const entry = {
        requestId,
        method: request.method,
        path: request.path,
        route,
        status: response.statusCode,
        ms: Math.round(ms),
      }
      if (response.statusCode >= 500) logger.error(entry, 'request failed')
      else logger.debug(entry, 'request')
    })
    withinWork({ requestId, metrics }, next)
  }
}

/** The route that a request was for, by its id: set where it is found; "other" for what no route of ours answers. */
const routeOf = (response: Response): string => String(response.locals.routeId ?? 'other')
