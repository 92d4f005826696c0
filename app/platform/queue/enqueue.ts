import type { Tx } from '../db.server.ts'
import { type JobName, type JobPayload, jobCatalog, type Lane, taskIdentifier } from './catalog.ts'

/**
 * Adds a job inside the caller's transaction, so that there is never a row without its job nor a job without its row.
 * The database function it calls has the queue's rights; the caller's role needs none.
 */
export async function enqueue<Name extends JobName>(
  tx: Tx,
  name: Name,
  payload: JobPayload<Name>,
  lane: Lane = 'service',
): Promise<void> {
  const job = jobCatalog[name]
  const parsed = job.payload.parse(payload)
  await tx.$executeRaw`select enqueue_job(
    ${taskIdentifier(name, lane)}, ${JSON.stringify(parsed)}::json, ${job.maxAttempts}::int, ${job.key(parsed)}
  )`
}
