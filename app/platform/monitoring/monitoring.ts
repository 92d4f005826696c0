import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Registry } from 'prom-client'
import { mayReadMetrics } from './may-read-metrics.ts'
import type { Readiness } from './readiness.ts'

/** Answers a request where it is for one of its addresses and may be answered; false where it is to go on. */
export type Monitoring = {
  answer(request: IncomingMessage, response: ServerResponse): boolean
  isStopping(): boolean
}

/**
 * What those who watch a process ask: /healthz (it lives; nothing is looked at), /readyz (it may be sent work) and
 * /metrics, which for whoever may not read it is not there. Only GET and HEAD are answered.
 */
export function createMonitoring({
  readiness,
  registry,
  metricsToken,
  trustedProxies,
}: {
  readiness: Readiness
  registry: Registry
  metricsToken: string | null
  trustedProxies: number
}): Monitoring {
  return {
    isStopping: () => readiness.isStopping(),
    answer(request, response) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return false
      const path = (request.url ?? '').split('?', 1)[0]
      if (path === '/healthz') {
        send(response, 200, json({ status: 'alive' }))
        return true
      }
      if (path === '/readyz') {
        void tellReady(readiness, response)
        return true
      }
      if (path !== '/metrics' || !mayReadMetrics(request, { metricsToken, trustedProxies })) return false
      void tellMetrics(registry, response)
      return true
    },
  }
}

async function tellReady(readiness: Readiness, response: ServerResponse): Promise<void> {
  const why = await readiness.whyNot()
  if (why === null) send(response, 200, json({ status: 'ready' }))
  else send(response, 503, json({ status: 'not ready', because: why }))
}

async function tellMetrics(registry: Registry, response: ServerResponse): Promise<void> {
  try {
    send(response, 200, { type: registry.contentType, body: await registry.metrics() })
  } catch {
    send(response, 500, json({ status: 'the metrics could not be read' }))
  }
}

const json = (value: object) => ({ type: 'application/json', body: `${JSON.stringify(value)}\n` })

/** Node leaves the body out of what answers HEAD. */
function send(
  response: ServerResponse,
  status: number,
  { type, body }: { type: string; body: string },
): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    'Content-Length': Buffer.byteLength(body),
  })
  response.end(body)
}
