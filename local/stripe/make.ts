import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Api, answerApi } from './api/answer.ts'
import { createIdempotency } from './api/idempotency.ts'
import { answerControl } from './control/answer.ts'
import { type Control, createControl } from './control/control.ts'
import { offerCode } from './life/discounts.ts'
import { catchUp } from './life/due.ts'
import { answerPage } from './pages/answer.ts'
import type { StandInPrice } from './prices.ts'
import { emptyState } from './state.ts'
import { readState, writeState } from './state-file.ts'
import { createDeliverer } from './webhooks/deliver.ts'
import { createWorld } from './world.ts'

export type MakeOptions = {
  /** Where it is reached, without a slash at the end. */
  url: string
  secretKey: string
  /** What events are signed with; several while a receiver goes over to the next. */
  webhookSecret: string | string[]
  webhookUrl: string
  prices: StandInPrice[]
  /** Codes that people find there, each of which takes off a percentage once. */
  promotionCodes?: { code: string; percentOff: number }[]
  /** Where it remembers; without it, it forgets when it ends. */
  stateFile?: string
  /** Told in words what is wrong with the state file, or with the stand-in itself. */
  onFault?(sentence: string): void
  /** Milliseconds between the tries to deliver an event that isn't taken. */
  retryAfterMs?: number[]
}

export type MadeStandIn = {
  /** Answers a request of the SDK, of a browser or of `/stand-in/…`. */
  handle(request: IncomingMessage, response: ServerResponse): void
  control: Control
  close(): Promise<void>
}

const usualRetriesMs = [1000, 2000, 5000, 15_000, 60_000, 600_000, 3600_000]
const checkEveryMs = 5000

/** Makes a stand-in of Stripe for a server that is there. Its clock runs, and its events leave, from now until it is closed. */
export function makeStripeStandIn(options: MakeOptions): MadeStandIn {
  const { stateFile: file, url } = options
  const tell = (sentence: string) => options.onFault?.(sentence)
  const kept = file === undefined ? { state: emptyState(), fault: null } : readState(file)
  if (kept.fault !== null) tell(kept.fault)

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
  for (const { code, percentOff } of options.promotionCodes ?? []) offerCode(kept.state, code, percentOff)
  const api: Api = {
    world,
    secretKey: options.secretKey,
    idempotency: createIdempotency(),
    faults: [],
    requests: [],
    catchUp: () => catchUp(world, world.now()),
  }
  const control = createControl({ api, deliverer, save })
  const clock = setInterval(() => {
    try {
      api.catchUp()
    } catch (error) {
      tell(`The stand-in of Stripe failed as time went by: ${wordsOf(error)}`)
    }
  }, checkEveryMs)
  clock.unref()
  deliverer.send(Object.values(kept.state.events).filter(({ pending }) => pending))

  function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/'
    if (path.startsWith('/v1/')) return answerApi(api, request, response)
    if (path.startsWith('/stand-in/')) return answerControl(control, request, response)
    return answerPage(api, request, response)
  }

  return {
    handle(request, response) {
      answer(request, response).catch((error) => {
        tell(`The stand-in of Stripe failed at ${request.url}: ${wordsOf(error)}`)
        if (!response.headersSent) response.writeHead(500)
        response.end()
      })
    },
    control,
    close() {
      clearInterval(clock)
      return deliverer.close()
    },
  }
}

const wordsOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))
