import { AppError } from '#app/platform/errors.ts'
import type { Breaker, Entry } from '#app/platform/resilience/breaker.ts'
import { currentMetrics, currentWork } from '#app/platform/work.server.ts'
import type { TokenUsage } from '../answer-schema.ts'
import type { ChatClient, ChatEvent, ChatRequest, SaidEvent } from '../chat.ts'
import { modelMalformed, modelResting, modelStopped, modelTimedOut } from '../failures.ts'
import { costsNothing, toldBy } from './judge-failure.ts'
import { type CallEnd, type CallPlan, guessTokens, type Spend } from './spend.ts'

/** One model that may be asked. `name` tells it from the others in records. */
export type Provider = { name: string; model: string; client: ChatClient; breaker: Breaker }

/** Makes of each event of one answer what its reader is given. It throws where the answer is not what was asked for. */
export type Read<T> = (event: SaidEvent) => Iterable<T>

export type OneCall<T> = {
  provider: Provider
  /** Whether it is another than the one that was to be asked. */
  byAnother: boolean
  request: ChatRequest & { maxOutputTokens: number }
  begin: (client: ChatClient, request: ChatRequest, signal: AbortSignal) => AsyncIterable<ChatEvent>
  read: Read<T>
  purpose: string
  spend: Spend | null
  signal: AbortSignal
  /** Aborted when all tries together have taken too long. */
  clock: AbortSignal
  onTrouble: (error: unknown) => void
}

/**
 * One request to one provider: past its breaker, with its cost reserved, and its end told to both. What isn't a model's
 * answer counts as the model's failure, the reader's own objection included. Throws AppErrors only.
 */
export async function* callOnce<T>(call: OneCall<T>): AsyncGenerator<T> {
  const { provider, request, spend, signal, clock, onTrouble } = call
  if (signal.aborted) throw modelStopped(signal.reason)
  if (clock.aborted) throw modelTimedOut()
  const plan: CallPlan = {
    purpose: call.purpose,
    provider: provider.name,
    model: provider.model,
    inputTokens: guessTokens(JSON.stringify([request.messages, request.answer])),
    outputTokens: request.maxOutputTokens,
  }
  const entry = await provider.breaker.enter()
  if (entry.state === 'open') {
    currentMetrics()?.modelCall({
      model: provider.model,
      outcome: 'model-resting',
      seconds: 0,
      inputTokens: 0,
      outputTokens: 0,
    })
    await spend?.passedBy(plan).catch(onTrouble)
    throw modelResting()
  }
  const reservation = await spend?.reserve(plan).catch(async (error: unknown) => {
    await entry.toldNothing()
    throw error
  })

  const span = currentWork()?.span?.child(`model ${plan.purpose}`, 'client', {
    'gen_ai.request.model': provider.model,
    'gen_ai.operation.name': plan.purpose,
  })
  const began = performance.now()
  const heard: Heard = { text: '', given: 0, usage: null }
  // Whoever reads may leave in the middle, which throws nothing here.
  let outcome = 'left'
  let failed: AppError | undefined
  try {
    for await (const event of call.begin(provider.client, request, AbortSignal.any([signal, clock]))) {
      if (event.type === 'usage') {
        heard.usage = event.usage
        continue
      }
      if (event.type === 'text') heard.text += event.text
      const told = event.type === 'end' && call.byAnother ? { ...event, byAnother: true } : event
      for (const item of call.read(told)) {
        heard.given += 1
        yield item
      }
    }
    outcome = 'ok'
  } catch (error) {
    failed = asFailure(error, signal, clock)
    outcome = failed.code
    throw failed
  } finally {
    const durationMs = Math.round(performance.now() - began)
    const end = { ...usageOf(plan, heard, outcome), durationMs, outcome, breaker: entry.state }
    span?.set({
      'gen_ai.usage.input_tokens': end.usage.inputTokens,
      'gen_ai.usage.output_tokens': end.usage.outputTokens,
    })
    span?.end(failed)
    currentMetrics()?.modelCall({
      model: provider.model,
      outcome,
      seconds: durationMs / 1000,
      inputTokens: end.usage.inputTokens,
      outputTokens: end.usage.outputTokens,
    })
    // Both at once, since what comes after the call waits for them.
    await Promise.all([tell(entry, outcome, heard.given), reservation?.settle(end).catch(onTrouble)])
  }
}

type Heard = { text: string; given: number; usage: TokenUsage | null }

function asFailure(error: unknown, signal: AbortSignal, clock: AbortSignal): AppError {
  if (!(error instanceof AppError)) return modelMalformed('The answer is not what was asked for')
  // The client takes our clock's end for a stop.
  return error.code === 'model-stopped' && !signal.aborted && clock.aborted ? modelTimedOut() : error
}

async function tell(entry: Entry, outcome: string, given: number): Promise<void> {
  const isLeft = outcome === 'left' || outcome === 'model-stopped'
  const told = outcome === 'ok' || (isLeft && given > 0) ? 'worked' : toldBy(outcome)
  if (told === 'worked') await entry.worked()
  else if (told === 'failed') await entry.failed()
  else await entry.toldNothing()
}

function usageOf(plan: CallPlan, heard: Heard, outcome: string): Pick<CallEnd, 'usage' | 'estimated'> {
  if (heard.usage) {
    return { usage: heard.usage, estimated: false }
  }
  const free = heard.text === '' && costsNothing(outcome)
  return {
    usage: {
      inputTokens: free ? 0 : plan.inputTokens,
      outputTokens: guessTokens(heard.text),
      cachedTokens: 0,
    },
    estimated: !free,
  }
}
