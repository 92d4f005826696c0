import { assertAllowed } from '#app/features/content-filter/assert-allowed.ts'
import type { ContentFilter } from '#app/features/content-filter/content-filter.ts'
import { partOfTweets } from '#app/features/content-filter/parts.ts'
import type { Db, Prisma } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { tweetCheck } from '../tweet-check.ts'
import type { WrittenTweet } from '../writer.ts'
import { candidateTextSchema } from './candidate.ts'
import { candidateFailure } from './candidate-failure.ts'
import type { CandidateModel } from './candidate-model.ts'
import { type Asked, readAsked } from './read-asked.ts'
import { writeCandidate } from './write-candidate.ts'

export type CandidateDependencies = {
  prisma: Db
  /** Null where no model is configured. */
  model: CandidateModel | null
  /** Looks at what was written before anybody may post it. */
  contentFilter: ContentFilter
  logger: Pick<Logger, 'warn' | 'error'>
}

type Job = { candidateId: string; isLastTry: boolean; signal: AbortSignal }
type Outcome = Prisma.TweetCandidateUpdateManyMutationInput

/**
 * Writes a candidate that was asked for and checks it. What the source doesn't back, where it backs the tweet as it is, is
 * dropped. What fails is told on the candidate itself; a bug throws while tries are left, so that the queue tries again.
 */
export async function runCandidate(dependencies: CandidateDependencies, job: Job): Promise<void> {
  const { prisma, logger } = dependencies
  const { candidateId: id } = job
  const finish = (data: Outcome) =>
    // Another worker may have taken this one for dead and done it.
    prisma.tweetCandidate.updateMany({
      where: { id, status: 'queued' },
      data: { ...data, finishedAt: new Date() },
    })
  try {
    const asked = await readAsked(prisma, id, job.signal)
    if (asked) await finish(await write(dependencies, asked, job))
  } catch (error) {
    if (job.signal.aborted || (!(error instanceof AppError) && !job.isLastTry)) throw error
    const level = error instanceof AppError ? 'warn' : 'error'
    logger[level]({ err: error, candidateId: id }, 'a candidate was not written')
    await finish({ status: 'failed', errorMessage: candidateFailure(error) })
  }
}

async function write(
  { prisma, model, contentFilter }: CandidateDependencies,
  { input, thread }: Asked,
  { candidateId, signal }: Job,
): Promise<Outcome> {
  const { texts, writer, because } = await writeCandidate(input, model, thread)
  const check = await tweetCheck(input.source, input.options)
  const isBacked = (tweet: WrittenTweet) => check(tweet, 1).verdict !== 'unsupported'
  const mayBeUnbacked = input.tweet !== null && !isBacked(input.tweet)
  const kept = texts.filter((text) => mayBeUnbacked || isBacked(text))
  if (kept.length === 0)
    throw new AppError(
      'candidate-not-backed',
      'What came of it is not in the source, so it was dropped. Ask again, or edit the tweet yourself.',
      { status: 422 },
    )
  await assertAllowed(
    contentFilter,
    prisma,
    kept.map(({ text }) => partOfTweets([text])),
    { actor: { kind: 'system' }, subject: { kind: 'candidate', id: candidateId }, signal },
  )
  return {
    status: 'ready',
    texts: kept.map((text) => candidateTextSchema.parse(check(text, 1))),
    dropped: texts.length - kept.length,
    writer,
    because,
  }
}
