import type { Writer } from '../writer.ts'
import { composeThread } from './compose-thread.ts'
import { pointsOfThread, writePoints } from './write-points.ts'

/**
 * The writer that needs no key and no network. It is extractive: every tweet is made of whole sentences of the source, in
 * the source's order and language, so tone, audience, language and instruction change nothing. The same input gives the
 * same thread. Its plan is what it would make tweets of; where its owner has chosen the points, it makes tweets of those.
 */
export function createBuiltinWriter(): Writer {
  return {
    name: 'builtin',
    async plan(input) {
      input.signal.throwIfAborted()
      return { points: pointsOfThread(input), by: null }
    },
    async *write(input) {
      input.signal.throwIfAborted()
      const tweets = input.plan?.isChosen ? writePoints(input, input.plan.points) : composeThread(input)
      yield { type: 'planned', tweets: tweets.length }
      for (const tweet of tweets) {
        input.signal.throwIfAborted()
        yield { type: 'tweet', tweet }
      }
    },
  }
}
