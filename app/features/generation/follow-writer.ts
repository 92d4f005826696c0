import type { ProgressTweet } from './progress.ts'
import type { RunRecord } from './record-in-turn.ts'
import { atStep, atSwitch } from './step-progress.ts'
import type { WriterEvent, WrittenBy, WrittenTweet } from './writer.ts'

type Following = {
  signal: AbortSignal
  checked: (tweet: WrittenTweet, position: number) => ProgressTweet
  record: RunRecord
}

/** Records what a writer tells, each tweet with what the check finds, until it is done. Throws what the writer throws. */
export async function followWriter(
  events: AsyncIterable<WriterEvent>,
  { signal, checked, record }: Following,
): Promise<{ by: WrittenBy | null; cacheHit: boolean }> {
  let by: WrittenBy | null = null
  let cacheHit = false
  for await (const event of events) {
    signal.throwIfAborted()
    const progress = record.progress()
    switch (event.type) {
      case 'cached':
        cacheHit = true
        break
      case 'points':
        record.note('points', { points: event.points.length })
        break
      case 'planned':
        record.add({ ...atStep(progress, 'writing'), planned: event.tweets }, 'planned', {
          tweets: event.tweets,
        })
        break
      case 'tweet': {
        const tweet = checked(event.tweet, progress.tweets.length + 1)
        record.add({ ...progress, tweets: [...progress.tweets, tweet] }, 'tweet', {
          position: tweet.position,
        })
        break
      }
      case 'checking':
        record.step('checking')
        break
      case 'repaired': {
        const better = checked(event.tweet, event.position)
        const tweets = progress.tweets.map((tweet) => (tweet.position === event.position ? better : tweet))
        record.add({ ...progress, tweets }, 'repaired', { position: event.position })
        break
      }
      case 'switched':
        record.add(atSwitch(progress, event), 'switched', { writer: event.writer, because: event.because })
        break
      case 'written-by':
        by = event
    }
  }
  return { by, cacheHit }
}
