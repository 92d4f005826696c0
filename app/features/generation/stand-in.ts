import { AppError } from '#app/platform/errors.ts'
import type { Planned, Writer, WriterEvent, WriterInput } from './writer.ts'

/**
 * A refusal is told, not papered over: what the model declines to write about, nobody writes silently. And who stops
 * wants nothing in its place.
 */
const passedOn = new Set(['model-refused', 'model-stopped'])

export const isFailureOfModel = (error: unknown): error is AppError =>
  error instanceof AppError && error.code.startsWith('model-') && !passedOn.has(error.code)

/**
 * A writer that begins anew with another one where the model fails, and says so by `switched`, so that a bad day of the
 * model is none of Threadr. Where the other one can't write it either, the model's own failure is thrown. Nothing of
 * what the model gave is kept: half of a thread by each would be neither's.
 */
export function withStandIn(
  model: Writer,
  standIn: Writer,
  /** Hears of the failure, whose cause nobody else would. */
  onSwitch: (failure: AppError) => void = () => {},
): Writer {
  /** The model's plan, else the other one's, of which the model may write in the end. */
  async function plan(input: WriterInput): Promise<Planned> {
    const nothing: Planned = { points: [], by: null }
    try {
      const planned = (await model.plan?.(input)) ?? nothing
      if (planned.points.length > 0) return planned
    } catch (failure) {
      if (input.signal.aborted || !isFailureOfModel(failure)) throw failure
      onSwitch(failure)
    }
    return (await standIn.plan?.(input)) ?? nothing
  }

  return {
    name: model.name,
    plan,
    async *write(input) {
      try {
        yield* model.write(input)
      } catch (failure) {
        if (input.signal.aborted || !isFailureOfModel(failure)) throw failure
        const events = await wholeThread(standIn, input)
        if (!events) throw failure
        onSwitch(failure)
        yield { type: 'switched', writer: standIn.name, because: failure.code }
        yield* events
      }
    },
  }
}

/** All that it writes; null where it can't. Throws when it is stopped. */
async function wholeThread(writer: Writer, input: WriterInput): Promise<WriterEvent[] | null> {
  const events: WriterEvent[] = []
  try {
    for await (const event of writer.write(input)) events.push(event)
  } catch (error) {
    if (input.signal.aborted || !(error instanceof AppError)) throw error
    return null
  }
  return events.some(({ type }) => type === 'tweet') ? events : null
}
