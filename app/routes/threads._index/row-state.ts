import type { ThreadRow } from '#app/features/threads/thread-row.ts'

/** What a row says of its thread: how long it is, or why it isn't there yet. */
export function rowState({ status, tweetCount }: Pick<ThreadRow, 'status' | 'tweetCount'>): {
  text: string
  tone: 'plain' | 'busy' | 'bad'
} {
  const tweets = `${tweetCount} tweet${tweetCount === 1 ? '' : 's'}`
  switch (status) {
    case 'ready':
      return { text: tweets, tone: 'plain' }
    case 'queued':
      return { text: 'Waiting its turn', tone: 'busy' }
    case 'running':
      return { text: tweetCount > 0 ? `Being written, ${tweets} so far` : 'Being written', tone: 'busy' }
    case 'waiting':
      return { text: 'Waits for you to check the source', tone: 'busy' }
    case 'failed':
      return { text: tweetCount > 0 ? `Not finished, ${tweets}` : 'Not written', tone: 'bad' }
    case 'cancelled':
      return { text: tweetCount > 0 ? `Stopped, ${tweets}` : 'Stopped', tone: 'plain' }
  }
}
