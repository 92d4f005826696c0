import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { z } from 'zod'
import { seconds } from '#app/platform/durations.ts'
import type { Fault } from '../fault.ts'
import { judgeThreads } from './count-threads.ts'
import { type CrewWorker, withCrew } from './crew.ts'

const kills = 20
const workersAtOnce = 4
const threadsAKill = 5
/** Of quality.md: until what a killed worker held is at work again. */
const mostMs = seconds(30)

/** One of four workers is killed twenty times while a hundred threads come in; another takes its place each time. */
export const killed: Fault = {
  name: 'workers: killed 20 times over 100 generations',
  quick: false,
  run: () =>
    withCrew({ everyMs: 10 }, async ({ pool, startWorker, submit }) => {
      const workers: CrewWorker[] = []
      for (let count = 0; count < workersAtOnce; count += 1) workers.push(await startWorker(few))
      const threads: string[] = []
      const recoveries: Promise<number>[] = []
      for (let kill = 0; kill < kills; kill += 1) {
        threads.push(...(await submit(threadsAKill)))
        const { at, held } = await firstAtWork(pool, workers)
        const victim = workers.splice(at, 1)[0]
        victim?.send('SIGKILL')
        recoveries.push(untilRecovered(pool, held))
        workers.push(await startWorker(few))
      }
      const slowest = Math.max(...(await Promise.all(recoveries)))
      const { ok, seen } = await judgeThreads(pool, threads)
      return {
        ok: ok && slowest <= mostMs,
        seen: `${kills} workers killed at work; what they held went on within ${(slowest / 1000).toFixed(1)} s; ${seen}`,
      }
    }),
}

/** So few at once that all of them have something to do. */
const few = { WORKER_CONCURRENCY: '2' }

const heldSchema = z.array(z.object({ pool: z.string(), id: z.string(), run: z.number() }))
type Held = z.output<typeof heldSchema>

/** A worker that is in the middle of writing, and what it holds. */
async function firstAtWork(
  pool: pg.Pool,
  workers: readonly CrewWorker[],
): Promise<{ at: number; held: Held }> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    const { rows } = await pool.query(
      `select j.locked_by as pool, g.id, g.run
       from graphile_worker.jobs j join generations g on j.key = 'generation:' || g.id
       where g.status = 'running' and jsonb_array_length(g.progress->'tweets') > 0 and j.locked_by = any($1)`,
      [workers.map(({ poolId }) => poolId)],
    )
    const found = heldSchema.parse(rows)
    const [first] = found
    if (first)
      return {
        at: workers.findIndex(({ poolId }) => poolId === first.pool),
        held: found.filter((each) => each.pool === first.pool),
      }
    await sleep(20)
  }
  throw new Error('no worker came to write anything')
}

/** How long it takes until all that was held is in later hands, or had just ended: milliseconds. */
async function untilRecovered(pool: pg.Pool, held: Held): Promise<number> {
  const began = performance.now()
  while (performance.now() - began < seconds(120)) {
    const { rowCount } = await pool.query(
      `select 1 from generations g join unnest($1::uuid[], $2::int[]) as was (id, run) on was.id = g.id
       where g.run = was.run and g.status = 'running'`,
      [held.map(({ id }) => id), held.map(({ run }) => run)],
    )
    if (rowCount === 0) break
    await sleep(100)
  }
  return performance.now() - began
}
