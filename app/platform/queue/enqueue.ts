import { type Db, Prisma, type Tx } from '../db.server.ts'
import { type JobName, type JobPayload, jobCatalog, type Lane, taskIdentifier } from './catalog.ts'
import { withOrigin } from './job-origin.ts'

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
  await tx.$executeRaw`select ${enqueueCall(name, payload, lane)}`
}

/** Adds many jobs of one kind, by one statement. */
export async function enqueueMany<Name extends JobName>(
  tx: Db | Tx,
  name: Name,
  payloads: readonly JobPayload<Name>[],
): Promise<void> {
  const job = jobCatalog[name]
  const parsed = payloads.map((payload) => job.payload.parse(payload))
  await tx.$executeRawUnsafe(
    `select enqueue_job($1::text, payload::json, $2::int, key, priority, $6::text)
     from unnest($3::text[], $4::text[], $5::int[]) as jobs (payload, key, priority)`,
    taskIdentifier(name, 'service'),
    job.maxAttempts,
    parsed.map((payload) => JSON.stringify(withOrigin(payload))),
    parsed.map((payload) => job.key(payload)),
    parsed.map((payload) => job.priority?.(payload) ?? 0),
    job.queue ?? null,
  )
}

/** What `enqueue` does as a statement, for a transaction on a connection of its own. */
export function enqueueStatement<Name extends JobName>(name: Name, payload: JobPayload<Name>, lane: Lane) {
  const { text, values } = Prisma.sql`select ${enqueueCall(name, payload, lane)}`
  return { text, values }
}

/** The call that adds a job, within a statement that writes what the job is about. */
export function enqueueCall<Name extends JobName>(
  name: Name,
  payload: JobPayload<Name>,
  lane: Lane = 'service',
): Prisma.Sql {
  const job = jobCatalog[name]
  const parsed = job.payload.parse(payload)
  const [priority, queue] = [job.priority?.(parsed) ?? 0, job.queue ?? null]
  return Prisma.sql`enqueue_job(${taskIdentifier(name, lane)}::text, ${JSON.stringify(withOrigin(parsed))}::json,
    ${job.maxAttempts}::int, ${job.key(parsed)}::text, ${priority}::int, ${queue}::text)`
}
