import { seconds } from '#app/platform/durations.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Planned, Writer, WriterEvent, WriterInput } from './writer.ts'

/** The first tweet waits for the plan, so it may not take long. */
const longestPlanning = seconds(20)

/**
 * Where the model can't be asked at all, it can't be asked for the thread either. One that is only slow can: a plan has to
 * be whole before anything of it comes, a thread comes tweet by tweet.
 */
const isOutOfReach = new Set([
  'model-busy',
  'model-unavailable',
  'model-unreachable',
  'model-resting',
  'model-key-refused',
  'model-out-of-credit',
  'model-over-budget',
  'model-budget-unknown',
])

/**
 * A writer that makes its plan before it writes, and tells it as `points`, unless it is given one. A plan that is not
 * done in time, or that can't be read, is no failure: then it writes without.
 */
export function withPlan(writer: Writer, { longestMs = longestPlanning } = {}): Writer {
  async function* write(input: WriterInput): AsyncGenerator<WriterEvent> {
    const planned = input.plan ? null : await planOf(writer, input, longestMs)
    const points = planned?.points ?? []
    if (points.length > 0) yield { type: 'points', points }
    const plan = input.plan ?? (points.length > 0 ? { points, isChosen: false } : null)
    for await (const event of writer.write(plan ? { ...input, plan } : input)) {
      yield event.type === 'written-by'
        ? { ...event, ...(planned?.by?.byAnother && { byAnother: true }) }
        : event
    }
  }
  return { ...writer, write }
}

async function planOf(writer: Writer, input: WriterInput, longestMs: number): Promise<Planned | null> {
  if (!writer.plan) return null
  const signal = AbortSignal.any([input.signal, AbortSignal.timeout(longestMs)])
  try {
    return await writer.plan({ ...input, signal })
  } catch (error) {
    if (input.signal.aborted || !(error instanceof AppError) || isOutOfReach.has(error.code)) throw error
    return null
  }
}
