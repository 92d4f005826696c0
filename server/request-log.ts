import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Logger } from '#app/platform/logger.server.ts'

/** One line a request when it ends, with an id that the answer carries too. Query strings stay out of it. */
export function requestLog(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const requestId = randomUUID()
    const started = performance.now()
    response.setHeader('X-Request-Id', requestId)
    response.once('close', () => {
      const entry = {
        requestId,
        method: request.method,
        path: request.path,
        status: response.statusCode,
        ms: Math.round(performance.now() - started),
      }
      if (response.statusCode >= 500) logger.error(entry, 'request failed')
      else logger.debug(entry, 'request')
    })
    next()
  }
}
