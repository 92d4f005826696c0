import { assertLengthOfPlan } from '#app/features/billing/source-length.ts'
import { keepReading } from '#app/features/sources/keep-reading.ts'
import type { StoredSnapshot } from '#app/features/sources/snapshot-record.ts'
import { AppError } from '#app/platform/errors.ts'
import type { ClaimedRun } from './claim-run.ts'
import type { GenerationOptions } from './options.ts'
import type { StepName } from './progress.ts'
import type { RunDependencies } from './run-dependencies.ts'

/**
 * The text that a run writes from: what came with its claim, or what it reads now. Throws AppErrors, among them
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
  { signal, step }: { signal: AbortSignal; step(name: StepName): void },
): Promise<StoredSnapshot> {
  const { source } = claimed
  if (claimed.snapshot) return claimed.snapshot
  if (claimed.needsFetching) step('fetching')
  const reading = await openSource(source, { signal, reading: () => step('reading') })
  if (reading.type === 'feed') {
    await prisma.source.update({ where: { id: source.id }, data: { feed: reading.feed } })
    throw new AppError(
      'is-a-feed',
      'This address holds a feed, a list of articles. Choose the one you want.',
      {
        status: 422,
      },
    )
  }
  await assertLengthOfPlan({ quotas, payments }, pool, claimed.owner, reading.snapshot.text.length)
  const { snapshot } = await keepReading(prisma, source.id, reading.snapshot)
  return snapshot
}

/** Whether its owner should look at what was read before a thread is made of it. */
export function wantsReview({ review }: GenerationOptions, { quality }: StoredSnapshot): boolean {
  return review === 'always' || (review === 'when-doubtful' && quality.doubt !== null)
}
