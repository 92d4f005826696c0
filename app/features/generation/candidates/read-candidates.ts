import { z } from 'zod'
import { rangeSchema } from '#app/features/support/verdict.ts'
import { placeOf } from '#app/features/threads/place-tweet.ts'
import type { ThreadWithSource } from '#app/features/threads/read-thread.ts'
import type { Db } from '#app/platform/db.server.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'
import { writerNames } from '../writer-names.ts'
import { candidateKinds, candidateTextSchema } from './candidate.ts'

const rowSchema = z.object({
  id: z.string(),
  tweetId: z.string().nullable(),
  kind: z.enum(candidateKinds),
  span: z.nullable(rangeSchema),
  askedOf: z.string(),
  status: z.enum(['queued', 'ready', 'failed']),
  texts: z.array(candidateTextSchema),
  dropped: z.number(),
  writer: z.enum(writerNames).nullable(),
  because: z.string().nullable(),
  errorMessage: z.string().nullable(),
})

/** A candidate as it stands beside its thread. */
export type StandingCandidate = z.infer<typeof rowSchema> & {
  /** The position of the tweet that it stands under. */
  under: number
  /** Whether its tweet says something else by now than when it was asked for. */
  isOutdated: boolean
}

/** The candidates of a thread, in the order in which they were asked for; none for anybody but its owner. */
export async function readCandidates(
  db: Db,
  owner: Owner,
  { id, snapshotId, tweets }: Pick<ThreadWithSource, 'id' | 'snapshotId' | 'tweets'>,
): Promise<StandingCandidate[]> {
  if (snapshotId === null) return []
  const rows = await db.tweetCandidate.findMany({
    // Of another text than the thread's they are of no use any more.
    where: { threadId: id, snapshotId, thread: ownerColumns(owner) },
    orderBy: { id: 'asc' },
  })
  return rows.map((row) => {
    const candidate = rowSchema.parse(row)
    const tweet = tweets.find((one) => one.id === candidate.tweetId)
    return {
      ...candidate,
      under: tweet?.position ?? placeOf(tweets, candidate.span ?? { start: 0, end: 0 }) - 1,
      isOutdated: tweet !== undefined && tweet.text !== candidate.askedOf,
    }
  })
}
