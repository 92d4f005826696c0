import { z } from 'zod'
import { networks } from '#app/features/counting/networks.ts'
import { snapshotOf } from '#app/features/sources/snapshot-record.ts'
import { rangeSchema } from '#app/features/support/verdict.ts'
import { storedTweetSchema } from '#app/features/threads/stored-tweet.ts'
import type { Db } from '#app/platform/db.server.ts'
import { generationOptionsSchema } from '../options.ts'
import { type CandidateInput, candidateKinds } from './candidate.ts'
import type { CandidateThread } from './candidate-model.ts'

export type Asked = { input: CandidateInput; thread: CandidateThread }

const ownerSchema = z.union([z.object({ userId: z.uuid() }), z.object({ visitorId: z.uuid() })])

/** All that a candidate which was asked for is made from; null where there is nothing left to do. */
export async function readAsked(prisma: Db, id: string, signal: AbortSignal): Promise<Asked | null> {
  const row = await prisma.tweetCandidate.findUnique({
    where: { id, status: 'queued' },
    include: {
      snapshot: true,
      thread: {
        include: {
          tweets: { orderBy: { position: 'asc' } },
          generations: { select: { options: true }, orderBy: { id: 'desc' }, take: 1 },
        },
      },
    },
  })
  if (!row) return null
  const { userId, visitorId, network, numbering, tweets: rows, generations } = row.thread
  const tweets = rows.map((tweet) => storedTweetSchema.parse(tweet))
  const tweet = tweets.find((one) => one.id === row.tweetId) ?? null
  return {
    thread: { threadId: row.threadId, owner: ownerSchema.parse(userId ? { userId } : { visitorId }) },
    input: {
      kind: z.enum(candidateKinds).parse(row.kind),
      source: snapshotOf(row.snapshot),
      options: { ...generationOptionsSchema.parse(generations[0]?.options ?? {}), numbering },
      network: z.enum(networks).parse(network),
      signal,
      // As it was when it was asked for, whatever it was changed to meanwhile.
      tweet: tweet && { ...tweet, text: row.askedOf },
      others: tweets.filter((one) => one !== tweet),
      passage: z.nullable(rangeSchema).parse(row.span),
    },
  }
}
