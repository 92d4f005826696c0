import type { SaidEvent } from '#app/integrations/openai/chat.ts'
import { type Reading, readTweets } from './read-tweets.ts'

type Done = Omit<Extract<SaidEvent, { type: 'end' }>, 'type'> & { type: 'done' }

/**
 * Reads one answer that is to be a thread: each tweet when it is whole, and at the end who wrote it. Made anew for
 * each try. Throws `model-malformed`.
 */
export function threadReader(): (event: SaidEvent) => Iterable<Reading | Done> {
  const reader = readTweets()
  return function* read(event) {
    if (event.type === 'text') return yield* reader.push(event.text)
    reader.finish()
    yield { ...event, type: 'done' }
  }
}
