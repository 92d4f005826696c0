import { minutes } from '#app/platform/durations.ts'
import { AppError } from '#app/platform/errors.ts'
import { createTries, type TriesOptions } from '#app/platform/resilience/tries.ts'
import type { ChatAnswer, ChatClient, ChatRequest, SaidEvent } from '../chat.ts'
import { modelMalformed, modelTimedOut, modelUnreachable } from '../failures.ts'
import { callOnce, type OneCall, type Provider, type Read } from './call-once.ts'
import { createGate } from './gate.ts'
import { isForAnotherProvider, triesOfModels } from './judge-failure.ts'
import type { Spend } from './spend.ts'

export type CallOnLine = {
  signal: AbortSignal
  /** What it is for, such as `thread` or `shorten`: for the record. */
  purpose: string
}

type Call = CallOnLine & {
  /** Whose money it spends; null where nobody counts. */
  spend: Spend | null
  /**
   * The names of the providers that the same piece of work has given up on, which this call adds to: they are asked again
   * only where all others fail too.
   */
  givenUp?: Set<string>
}

/**
 * The one way to a model. Both throw AppErrors only, stop at once when `signal` is aborted, and try again, or another
 * provider, as long as their reader was given nothing.
 */
export type ModelDoor = {
  /** `reader` is made for each try, and makes of an answer's events what is given on. Where it throws, the answer is malformed. */
  stream<T>(request: ChatRequest, call: Call & { reader: () => Read<T> }): AsyncIterable<T>
  /** `read` makes of the answer what is wanted. Where it throws, the answer is malformed. */
  ask<T>(request: ChatRequest, call: Call & { read: (answer: ChatAnswer) => T }): Promise<T>
}

export type DoorOptions = TriesOptions & {
  /** In the order in which they are tried. */
  providers: readonly Provider[]
  /** How many streams, and how many single answers, are under way at once in this process; 24 without it. */
  atOnce?: number
  /** How many more of each wait for their turn; 100 without it. */
  waiting?: number
  /** How long an answer may take with all tries and waits, its turn included, in milliseconds; 5 minutes without it. */
  totalMs?: number
  /** The most tokens of an answer whose request doesn't say; 16,000, twice the longest thread, without it. */
  maxOutputTokens?: number
  /** Hears of costs that could not be written down. */
  onTrouble?: (error: unknown) => void
}

const asking = (client: ChatClient, request: ChatRequest, signal: AbortSignal) => client.ask(request, signal)
const streaming = (client: ChatClient, request: ChatRequest, signal: AbortSignal) =>
  client.stream(request, signal)

/**
 * A door over one or more models: so many at once, each call past its provider's breaker, tried again with a growing
 * wait where it failed in a way that may pass, then the next provider, all within one total time.
 */
export function createModelDoor(options: DoorOptions): ModelDoor {
  const { providers, atOnce = 24, waiting = 100, totalMs = minutes(5), onTrouble = () => {} } = options
  const { maxOutputTokens = 16_000 } = options
  const tries = createTries(triesOfModels, options)
  // Apart, since a stream's reader may ask for a single answer in the middle, and must not wait for other streams.
  const streams = createGate(atOnce, waiting)
  const singles = createGate(atOnce, waiting)

  /** The first provider that gives anything, with that first thing. */
  async function open<T>(
    call: Omit<OneCall<T>, 'provider' | 'byAnother' | 'read'>,
    givenUp: Set<string>,
    reader: () => Read<T>,
  ) {
    let failure: AppError = modelUnreachable(new Error('No provider is configured'))
    const isLast = ({ name }: Provider) => Number(givenUp.has(name))
    for (const provider of providers.toSorted((one, other) => isLast(one) - isLast(other))) {
      const byAnother = provider !== providers[0]
      try {
        return await tries(
          async () => {
            const items = callOnce({ ...call, provider, byAnother, read: reader() })
            return { first: await items.next(), items }
          },
          AbortSignal.any([call.signal, call.clock]),
        )
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        // Our own clock ends a wait as a stop does.
        const isLate = error.code === 'model-stopped' && !call.signal.aborted
        failure = isLate ? modelTimedOut() : error
        if (!isForAnotherProvider(failure)) throw failure
        givenUp.add(provider.name)
      }
    }
    throw failure
  }

  async function* through<T>(
    gate: typeof streams,
    begin: OneCall<T>['begin'],
    request: ChatRequest,
    { reader, givenUp = new Set(), ...call }: Call & { reader: () => Read<T> },
  ): AsyncGenerator<T> {
    const clock = AbortSignal.timeout(totalMs)
    const leave = await gate.enter(AbortSignal.any([call.signal, clock])).catch((error: unknown) => {
      throw clock.aborted && !call.signal.aborted ? modelTimedOut() : error
    })
    const limited = { ...request, maxOutputTokens: request.maxOutputTokens ?? maxOutputTokens }
    try {
      const whole = { ...call, begin, request: limited, clock, onTrouble }
      const { first, items } = await open(whole, givenUp, reader)
      try {
        if (first.done) return
        yield first.value
        yield* items
      } finally {
        await items.return(undefined)
      }
    } finally {
      leave()
    }
  }

  return {
    stream: (request, call) => through(streams, streaming, request, call),
    async ask(request, { read, ...call }) {
      const reader = () => {
        let text = ''
        return (event: SaidEvent) => {
          if (event.type === 'text') {
            text += event.text
            return []
          }
          const { type: _, ...end } = event
          return [read({ text, ...end })]
        }
      }
      // To its end, so that what it has cost is written down as of a whole answer.
      const answers: ReturnType<typeof read>[] = []
      for await (const given of through(singles, asking, request, { ...call, reader })) answers.push(given)
      const [answer] = answers
      if (answer === undefined) throw modelMalformed('No answer came')
      return answer
    },
  }
}
