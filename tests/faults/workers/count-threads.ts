import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { z } from 'zod'
import type { Outcome } from '../fault.ts'

const countsSchema = z.tuple([
  z.object({
    ready: z.number(),
    failed: z.number(),
    /** Ended as ready other than once, by their events. */
    notOnce: z.number(),
    /** Charged other than once, or with the charge given back. */
    notChargedOnce: z.number(),
    used: z.number(),
    jobs: z.number(),
    runs: z.number(),
  }),
])
type Counts = z.output<typeof countsSchema>[0]

async function countThreads(pool: pg.Pool, threads: readonly string[]): Promise<Counts> {
  const { rows } = await pool.query(
    `with mine as (
       select g.id, g.thread_id, g.status, g.run,
         (select count(*) from generation_events e where e.generation_id = g.id and e.kind = 'ready') as ends,
         (select count(*) from quota_charges c where c.thread_id = g.thread_id and c.given_back_at is null) as charges
       from generations g where g.thread_id = any($1::uuid[])
     )
     select count(*) filter (where status = 'ready')::int as ready,
       count(*) filter (where status = 'failed')::int as failed,
       count(*) filter (where ends <> 1)::int as "notOnce",
       count(*) filter (where charges <> 1)::int as "notChargedOnce",
       (select coalesce(sum(used), 0)::int from quota_usage where subject like 'user:%') as used,
       (select count(*)::int from graphile_worker._private_jobs j
        join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier like '%generate_thread') as jobs,
       coalesce(sum(run), 0)::int as runs
     from mine`,
    [threads],
  )
  return countsSchema.parse(rows)[0]
}

/** Waits until every thread has ended and no job of theirs is left, two minutes at most; judges them then. */
export async function judgeThreads(pool: pg.Pool, threads: readonly string[]): Promise<Outcome> {
  let counts = await countThreads(pool, threads)
  for (
    let tries = 0;
    tries < 600 && (counts.ready + counts.failed < threads.length || counts.jobs > 0);
    tries += 1
  ) {
    await sleep(200)
    counts = await countThreads(pool, threads)
  }
  const { ready, failed, notOnce, notChargedOnce, used, jobs, runs } = counts
  return {
    ok:
      ready === threads.length &&
      notOnce === 0 &&
      notChargedOnce === 0 &&
      used === threads.length &&
      jobs === 0,
    seen: `${ready} of ${threads.length} threads ready in ${runs} runs, ${failed} failed, ${notOnce} not exactly once; ${used} charged, ${notChargedOnce} not once; ${jobs} jobs left`,
  }
}
