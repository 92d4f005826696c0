import { type JobName, type JobPayload, jobCatalog } from '#app/platform/queue/catalog.ts'
import type { TestDatabase } from './test-database.ts'

/** What waits in the queue of one kind of job, in the order in which it was added. */
export async function queuedJobs<Name extends JobName>(
  database: TestDatabase,
  name: Name,
): Promise<JobPayload<Name>[]> {
  const { rows } = await database.owner.pool.query<{ payload: unknown }>(
    `select j.payload from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1 order by j.id`,
    [name],
  )
  return rows.map(({ payload }) => jobCatalog[name].payload.parse(payload))
}
