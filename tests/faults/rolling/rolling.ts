import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { z } from 'zod'
import { ensureBuilt } from '#local/build.ts'
import { type Keeper, keepRunning } from '#local/child-process.ts'
import { freePort } from '#local/free-port.ts'
import { findOrInstallNginx } from '#tests/find-program.ts'
import { scratchDatabase } from '#tests/setup/scratch-database.ts'
import type { Fault, Outcome } from '../fault.ts'
import { type Load, startLoad } from './load.ts'
import { startNginx } from './nginx.ts'

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
    await ensureBuilt(() => {})
    const closers: (() => unknown)[] = []
    try {
      const folder = mkdtempSync(join(tmpdir(), 'threadr-rolling-'))
      closers.push(() => rmSync(folder, { recursive: true, force: true }))
      const { pool, url, drop } = await scratchDatabase()
      closers.push(drop)
      const ports = [await freePort(), await freePort()] as const
      const env = {
        THREADR_ENV: 'local',
        NODE_ENV: 'production',
        LOG_LEVEL: 'error',
        LIMITS_FACTOR: '1000',
        TRUSTED_PROXIES: '1',
        SESSION_SECRET: randomBytes(24).toString('hex'),
        STORAGE_FOLDER: folder,
        DATABASE_URL: url,
        OPENAI_API_KEY: '',
        REDIS_URL: '',
      }
      const processes = [
        ...ports.map((port) => ({ name: 'web', env: { ...env, PORT: String(port) } })),
        ...[1, 2].map(() => ({ name: 'worker', env })),
      ]
      const start = (each: (typeof processes)[number]) =>
        keepRunning({ ...each, args: [`build/server/${each.name}.js`] })
      const running: Keeper[] = []
      closers.push(() => Promise.all(running.map((keeper) => keeper.stop())))
      for (const each of processes) running.push(await start(each))
      const nginx = await startNginx(program, ports)
      closers.push(nginx.close)

      const load = startLoad(`http://localhost:${nginx.port}`, people)
      closers.push(load.stop)
      await sleep(2_000)
      for (let round = 0; round < rounds; round += 1)
        for (const [at, each] of processes.entries()) {
          if (each.name === 'web') await nginx.list(at, 'down')
          await running[at]?.stop()
          running[at] = await start(each)
          if (each.name === 'web') await nginx.list(at, 'up')
        }
      await load.stop()
      return await judge(load, pool)
    } finally {
      for (const each of closers.reverse()) await each()
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
