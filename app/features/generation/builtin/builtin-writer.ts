import type { Writer } from '../writer.ts'
import { composeThread } from './compose-thread.ts'

/**
 * The writer that needs no key and no network. It is extractive: every tweet is made of whole sentences of the source, in
 * the source's order and language, so tone, audience, language and instruction change nothing. The same input gives the
 * same thread.
 */
export function createBuiltinWriter(): Writer {
  return {
    name: 'builtin',
    async *write(input) {
      input.signal.throwIfAborted()
      const tweets = composeThread(input)
      yield { type: 'planned', tweets: tweets.length }
      for (const tweet of tweets) {
        input.signal.throwIfAborted()
        yield { type: 'tweet', tweet }
      }
    },
  }
}
