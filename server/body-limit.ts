import type { RequestHandler } from 'express'
import { refuse } from './api-door.ts'

/** The largest request that is read at all; what a field may hold is less, and told at the field. */
const mostBytes = 12 * 1024 * 1024
/** What nobody is signed in for has no reason to be large. */
const mostBytesOfEvents = 1024 * 1024

/** Refuses bodies that are too large, or that don't say how large they are, before any of it is read. */
export const bodyLimit: RequestHandler = (request, response, next) => {
  const isEvent = request.path.startsWith('/webhooks/')
  const most = isEvent ? mostBytesOfEvents : mostBytes
  const chunked = request.headers['transfer-encoding'] !== undefined
  if (!chunked && Number(request.headers['content-length'] ?? 0) <= most) return next()
  response.set('Connection', 'close')
  if (isEvent) return refuse(response, 400, 'This is too large for an event, or doesn’t say how large it is.')
  return refuse(
    response,
    chunked ? 411 : 413,
    chunked ? 'Say how long the request is (Content-Length).' : 'That is more than 12 MB: send less at once.',
  )
}
