import { assertLengthOfPlan } from '#app/features/billing/source-length.ts'
import { keepReading } from '#app/features/sources/keep-reading.ts'
import type { StoredSnapshot } from '#app/features/sources/snapshot-record.ts'
import { readSource } from '#app/features/sources/source-record.ts'
import { AppError } from '#app/platform/errors.ts'
import type { ClaimedRun } from './claim-run.ts'
import type { GenerationOptions } from './options.ts'
import type { StepName } from './progress.ts'
import type { RunDependencies } from './run-generation.ts'

/**
 * The text that a run writes from: what is there, or what it reads now. Throws AppErrors, among them
 * `source-too-long-for-plan`, and `is-a-feed` where the address holds a list of articles, which are kept for its owner to
 * choose from.
 */
export async function sourceOfRun(
  {
    prisma,
    pool,
    openSource,
    quotas = false,
    payments = null,
  }: Pick<RunDependencies, 'prisma' | 'pool' | 'openSource' | 'quotas' | 'payments'>,
  claimed: ClaimedRun,
  { signal, step }: { signal: AbortSignal; step(name: StepName): Promise<void> },
): Promise<StoredSnapshot> {
  const stored = await readSource(prisma, claimed.sourceId)
  // It was folded into another source of the same page just now: the next try finds that one.
  if (!stored)
    throw new AppError('source-moved', 'The source could not be read: try again.', { retryable: true })
  if (stored.snapshot && !claimed.needsReading) {
    await step('reading')
    return stored.snapshot
  }
  if (claimed.needsFetching) await step('fetching')
  const reading = await openSource(stored, { signal, reading: () => step('reading') })
  if (reading.type === 'feed') {
    await prisma.source.update({ where: { id: stored.id }, data: { feed: reading.feed } })
    throw new AppError(
      'is-a-feed',
      'This address holds a feed, a list of articles. Choose the one you want.',
      {
        status: 422,
      },
    )
  }
  await assertLengthOfPlan({ quotas, payments }, pool, claimed.owner, reading.snapshot.text.length)
  const { snapshot } = await keepReading(prisma, stored.id, reading.snapshot)
  return snapshot
}

/** Whether its owner should look at what was read before a thread is made of it. */
export function wantsReview({ review }: GenerationOptions, { quality }: StoredSnapshot): boolean {
  return review === 'always' || (review === 'when-doubtful' && quality.doubt !== null)
}
