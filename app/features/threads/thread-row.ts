import type { GenerationStatus } from './generation-status.ts'

/** A thread as a list shows it. */
export type ThreadRow = {
  id: string
  title: string
  /** Null while nothing is written yet. */
  firstTweet: string | null
  tweetCount: number
  /** Of its newest generation. */
  status: GenerationStatus
  /** ISO 8601. */
  createdAt: string
}
