import type { Progress, ProgressTweet } from './progress.ts'
import { atStep, atSwitch } from './step-progress.ts'
import type { WriterEvent, WrittenBy, WrittenTweet } from './writer.ts'

type Following = {
  signal: AbortSignal
  checked: (tweet: WrittenTweet, position: number) => ProgressTweet
  /** Stores the progress and an event for the generation's record. */
  record: (next: Progress, kind: string, data?: Record<string, unknown>) => Promise<void>
  now: () => Progress
}

/** Records what a writer tells, each tweet with what the check finds, until it is done. Throws what the writer throws. */
export async function followWriter(
  events: AsyncIterable<WriterEvent>,
  { signal, checked, record, now }: Following,
): Promise<{ by: WrittenBy | null; cacheHit: boolean }> {
  let by: WrittenBy | null = null
  let cacheHit = false
  for await (const event of events) {
    signal.throwIfAborted()
    const progress = now()
    switch (event.type) {
      case 'cached':
        cacheHit = true
        break
      case 'points':
        await record(progress, 'points', { points: event.points.length })
        break
      case 'planned':
        await record({ ...atStep(progress, 'writing'), planned: event.tweets }, 'planned', {
          tweets: event.tweets,
        })
        break
      case 'tweet': {
        const tweet = checked(event.tweet, progress.tweets.length + 1)
        await record({ ...progress, tweets: [...progress.tweets, tweet] }, 'tweet', {
          position: tweet.position,
        })
        break
      }
      case 'checking':
        await record(atStep(progress, 'checking'), 'step', { step: 'checking' })
        break
      case 'repaired': {
        const better = checked(event.tweet, event.position)
        const tweets = progress.tweets.map((tweet) => (tweet.position === event.position ? better : tweet))
        await record({ ...progress, tweets }, 'repaired', { position: event.position })
        break
      }
      case 'switched':
        await record(atSwitch(progress, event), 'switched', { writer: event.writer, because: event.because })
        break
      case 'written-by':
        by = event
    }
  }
  return { by, cacheHit }
}
