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
      let leftLocked = 0
      const load = startLoad(fleet.address, people)
      try {
        await sleep(2_000)
        for (let round = 0; round < rounds; round += 1)
          for (const [at, each] of [...fleet.webs, ...fleet.workers].entries()) {
            if (each.kind === 'web') await fleet.nginx.list(at, 'down')
            await each.stop()
            if (each.kind === 'worker') leftLocked += await lockedByNobody(fleet.pool)
            await each.start()
            if (each.kind === 'web') await fleet.nginx.list(at, 'up')
          }
      } finally {
        await load.stop()
      }
      const { ok, seen } = await judge(load, fleet.pool)
      return { ok: ok && leftLocked === 0, seen: `${seen}; ${leftLocked} left locked` }
    } finally {
      await fleet.close()
    }
  },
}

/** Jobs that a worker which has stopped in good order still holds. */
async function lockedByNobody(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `select 1 from graphile_worker.jobs j
     where locked_by is not null and not exists (select 1 from worker_pools w where w.id = j.locked_by)`,
  )
  return rowCount ?? 0
}

const rowSchema = z.tuple([
  z.object({
    ready: z.number(),
    others: z.number(),
    jobs: z.number(),
  }),
])

/** Every thread that was taken is ready, once, and nothing waits or is locked any more. */
async function judge(load: Load, pool: pg.Pool): Promise<Outcome> {
  const read = async () => {
    const { rows } = await pool.query(
      `select count(*) filter (where status = 'ready')::int as ready,
         count(*) filter (where status <> 'ready')::int as others,
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
