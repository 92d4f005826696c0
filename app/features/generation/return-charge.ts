import type pg from 'pg'
import { giveBackQuota } from '#app/features/billing/give-back-quota.ts'
import type { AppError } from '#app/platform/errors.ts'

/**
 * Whether a failure is ours, a provider's or the network's, rather than in what was asked for (a page that isn't there). How
 * long a page is nobody sees before it is read.
 */
export const isNotTheirs = (error: Pick<AppError, 'status' | 'retryable' | 'code'>): boolean =>
  error.status >= 500 || error.retryable || error.code === 'source-too-long-for-plan'

/** Gives back what a thread was charged that has never come; one that was ready before keeps its charge. */
export async function returnCharge(client: Pick<pg.PoolClient, 'query'>, threadId: string): Promise<void> {
  const { rowCount } = await client.query(
    `select 1 from generations where thread_id = $1 and status = 'ready' limit 1`,
    [threadId],
  )
  if (rowCount === 0) await giveBackQuota(client, threadId)
}
