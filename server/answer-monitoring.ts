import type { RequestHandler } from 'express'
import type { Monitoring } from '#app/platform/monitoring/monitoring.ts'

/**
 * Answers probes and who reads the metrics, before anything else is looked at. Once the process is to stop, every answer
 * also asks for a new connection, which then is made to another process.
 */
export const answerMonitoring =
  (monitoring: Monitoring): RequestHandler =>
  (request, response, next) => {
    if (monitoring.isStopping()) response.setHeader('Connection', 'close')
    if (!monitoring.answer(request, response)) next()
  }
