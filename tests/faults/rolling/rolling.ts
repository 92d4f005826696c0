import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { z } from 'zod'
import { findOrInstallNginx } from '#tests/find-program.ts'
import { startFleet } from '#tests/setup/fleet.ts'
import type { Fault, Outcome } from '../fault.ts'
import { type Load, startLoad } from './load.ts'

const people = 6
/** Out, and back: what stood before is beside what comes each time. */
const rounds = 2

/** Two web and two worker processes are replaced one after the other, behind the nginx of deploy/nginx, under load. */
export const rolling: Fault = {
  name: 'rolling',
  quick: false,
  async run() {
    const program = findOrInstallNginx()
    if (!program) return { ok: true, seen: 'skipped: no nginx can be had here' }
    const fleet = await startFleet(program, { webs: 2, workers: 2 })
    try {
      const load = startLoad(fleet.address, people)
      try {
        await sleep(2_000)
        for (let round = 0; round < rounds; round += 1)
          for (const [at, each] of [...fleet.webs, ...fleet.workers].entries()) {
            if (each.kind === 'web') await fleet.nginx.list(at, 'down')
            await each.stop()
            await each.start()
            if (each.kind === 'web') await fleet.nginx.list(at, 'up')
          }
      } finally {
        await load.stop()
      }
      return await judge(load, fleet.pool)
    } finally {
      await fleet.close()
    }
  },
}

const rowSchema = z.tuple([
  z.object({
    ready: z.number(),
    others: z.number(),
    charged: z.number(),
    locked: z.number(),
    jobs: z.number(),
  }),
])

/** Every thread that was taken is ready, once, and nothing waits or is locked any more. */
async function judge(load: Load, pool: pg.Pool): Promise<Outcome> {
  const read = async () => {
    const { rows } = await pool.query(
      `select count(*) filter (where status = 'ready')::int as ready,
         count(*) filter (where status <> 'ready')::int as others,
         count(distinct thread_id)::int as charged,
         (select count(*)::int from graphile_worker._private_jobs where locked_at is not null) as locked,
         (select count(*)::int from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
          where t.identifier like '%generate_thread') as jobs
       from generations where thread_id = any($1::uuid[])`,
      [load.threads],
    )
    return rowSchema.parse(rows)[0]
  }
  let last = await read()
  // Jobs of a worker that was replaced are taken up by the other; a lost one would never be.
  for (let tries = 0; tries < 600 && (last.ready < load.threads.length || last.jobs > 0); tries += 1) {
    await sleep(100)
    last = await read()
  }
  const { failures, threads } = load
  const requests = load.answered() + failures.length
  const ok =
    failures.length === 0 &&
    threads.length > 0 &&
    last.ready === threads.length &&
    last.others === 0 &&
    last.jobs === 0
  return {
    ok,
    seen: `${rounds * 4} processes replaced; ${failures.length} of ${requests} requests failed${failures.length > 0 ? ` (${[...new Set(failures)].slice(0, 5).join('; ')})` : ''}; ${last.ready} of ${threads.length} threads ready, ${last.others} otherwise, ${last.jobs} of their jobs left`,
  }
}
