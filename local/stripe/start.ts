import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type Api, answerApi } from './api/answer.ts'
import { createIdempotency } from './api/idempotency.ts'
import { answerControl } from './control/answer.ts'
import { type Control, createControl } from './control/control.ts'
import { catchUp } from './life/due.ts'
import { answerPage } from './pages/answer.ts'
import type { StandInPrice } from './prices.ts'
import { emptyState } from './state.ts'
import { readState, writeState } from './state-file.ts'
import { createDeliverer } from './webhooks/deliver.ts'
import { createWorld } from './world.ts'

export type StandInOptions = {
  /** 0 for one that is free. */
  port: number
  secretKey: string
  /** What events are signed with; several while a receiver goes over to the next. */
  webhookSecret: string | string[]
  webhookUrl: string
  prices: StandInPrice[]
  /** Where it remembers; without it, it forgets when it ends. */
  stateFile?: string
  /** Told in words what is wrong with the state file, or with the stand-in itself. */
  onFault?(sentence: string): void
  /** Milliseconds between the tries to deliver an event that isn't taken. */
  retryAfterMs?: number[]
}

export type StripeStandIn = {
  /** Where the SDK, people's browsers and `/stand-in/…` reach it, without a slash at the end. */
  url: string
  control: Control
  close(): Promise<void>
}

const usualRetriesMs = [1000, 2000, 5000, 15_000, 60_000, 600_000, 3600_000]
const checkEveryMs = 5000

/**
 * Starts a stand-in of Stripe on 127.0.0.1: the API that the SDK talks to, pages for checkout and for the portal, and signed
 * events. No money moves. Rejects where the port is taken.
 */
export async function startStripeStandIn(options: StandInOptions): Promise<StripeStandIn> {
  const { stateFile: file } = options
  const kept = file === undefined ? { state: emptyState(), fault: null } : readState(file)
  if (kept.fault !== null) options.onFault?.(kept.fault)

  const server = createServer((request, response) => {
    serve(request, response).catch((error) => {
      options.onFault?.(`The stand-in of Stripe failed at ${request.url}: ${error?.stack ?? error}`)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.')
  const url = `http://127.0.0.1:${address.port}`

  const save = () => {
    if (file !== undefined) writeState(file, kept.state, world.now())
  }
  const deliverer = createDeliverer({
    url: options.webhookUrl,
    secrets: [options.webhookSecret].flat(),
    retryAfterMs: options.retryAfterMs ?? usualRetriesMs,
    onSettled: save,
  })
  const world = createWorld({ state: kept.state, prices: options.prices, url }, (events) => {
    save()
    deliverer.send(events)
  })
  const api: Api = {
    world,
    secretKey: options.secretKey,
    idempotency: createIdempotency(),
    faults: [],
    requests: [],
    catchUp: () => catchUp(world, world.now()),
  }
  const control = createControl({ api, deliverer, save })
  const clock = setInterval(api.catchUp, checkEveryMs)
  clock.unref()
  deliverer.send(Object.values(kept.state.events).filter(({ pending }) => pending))

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/'
    if (path.startsWith('/v1/')) return answerApi(api, request, response)
    if (path.startsWith('/stand-in/')) return answerControl(control, request, response)
    return answerPage(api, request, response)
  }

  return {
    url,
    control,
    async close() {
      clearInterval(clock)
      await deliverer.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
