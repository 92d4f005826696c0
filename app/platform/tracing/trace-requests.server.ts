import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { currentWork } from '../work.server.ts'
import type { Span } from './span.ts'

/** What undici (ours, and the one within Node's fetch) tells of a request; it is the same object at each step. */
type Told = { request: object; response?: { statusCode: number }; error?: unknown }
type Asked = { origin: unknown; method: unknown }

const isTold = (message: unknown): message is Told =>
  typeof message === 'object' &&
  message !== null &&
  'request' in message &&
  typeof message.request === 'object'
const isAsked = (request: object): request is Asked => 'origin' in request && 'method' in request

/**
 * Makes a span of each request that is sent within traced work. Neither its path nor its query is told, which may hold what
 * is secret, and nothing is added to it: whom we ask learns nothing of our traces. Gives how to stop.
 */
export function traceRequests(): () => void {
  const spans = new WeakMap<object, Span>()

  const began = (message: unknown) => {
    const parent = currentWork()?.span
    if (!parent || !isTold(message) || !isAsked(message.request)) return
    const { origin, method } = message.request
    const host = URL.parse(String(origin))?.host ?? 'unknown'
    const attributes = { 'http.request.method': String(method), 'server.address': host }
    spans.set(message.request, parent.child(`${method} ${host}`, 'client', attributes))
  }
  const answered = (message: unknown) => {
    if (!isTold(message) || !message.response) return
    spans.get(message.request)?.set({ 'http.response.status_code': message.response.statusCode })
  }
  const ended = (message: unknown) => {
    if (!isTold(message)) return
    spans.get(message.request)?.end(message.error)
    spans.delete(message.request)
  }
  const heard: [string, (message: unknown) => void][] = [
    ['undici:request:create', began],
    ['undici:request:headers', answered],
    ['undici:request:trailers', ended],
    ['undici:request:error', ended],
  ]
  for (const [name, listener] of heard) subscribe(name, listener)
  return () => {
    for (const [name, listener] of heard) unsubscribe(name, listener)
  }
}
