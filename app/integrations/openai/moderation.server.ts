import { z } from 'zod'
import { modelMalformed, modelStopped, modelTimedOut, toModelError } from './failures.ts'
import { modelClient } from './model-client.ts'

const model = 'omni-moderation-latest'
/** Texts a request. Every text gets a result of its own. */
const mostTexts = 16

const answerSchema = z.object({
  results: z.array(z.object({ category_scores: z.record(z.string(), z.number()) })),
})

/** How sure OpenAI is of each of its categories, such as `hate/threatening`: 0 to 1. */
export type CategoryScores = Record<string, number>

/**
 * Gives each text its scores, in the order given. Made once, without a second try. Throws the AppErrors of a model:
 * model-timed-out once `timeoutMs` are over for all of it, model-busy, model-unavailable, model-malformed and so on.
 */
export type Moderate = (texts: string[], signal?: AbortSignal) => Promise<CategoryScores[]>

/** A client of OpenAI's moderation. It is asked while a person waits, so it is given `timeoutMs` and no more. */
export function createModerationClient(options: {
  apiKey: string
  baseUrl: string | undefined
  /** In milliseconds, for all the requests of a call together; 3 s without it. */
  timeoutMs?: number
}): Moderate {
  const { timeoutMs = 3_000 } = options
  const server = {
    apiKey: options.apiKey,
    ...(options.baseUrl !== undefined && { baseUrl: options.baseUrl }),
  }
  const client = modelClient(server, timeoutMs)

  return async (texts, signal) => {
    const clock = AbortSignal.timeout(timeoutMs)
    const until = signal ? AbortSignal.any([signal, clock]) : clock
    const ask = async (input: string[]) => {
      const parsed = answerSchema.safeParse(
        await client.moderations.create({ model, input }, { signal: until }),
      )
      if (parsed.data?.results.length !== input.length)
        throw modelMalformed('An answer of the moderation has an unknown form')
      return parsed.data.results.map((result) => result.category_scores)
    }
    try {
      const batches: Promise<CategoryScores[]>[] = []
      for (let at = 0; at < texts.length; at += mostTexts) batches.push(ask(texts.slice(at, at + mostTexts)))
      return (await Promise.all(batches)).flat()
    } catch (error) {
      if (signal?.aborted) throw modelStopped(signal.reason)
      throw clock.aborted ? modelTimedOut() : toModelError(error)
    }
  }
}
