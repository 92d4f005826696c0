import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { z } from 'zod'
import { seconds } from '#app/platform/durations.ts'
import type { Fault } from '../fault.ts'
import { judgeThreads } from '../workers/count-threads.ts'
import { type Crew, withCrew } from '../workers/crew.ts'
import { ownServer } from './own-server.ts'

const outages = 2
const outageMs = seconds(5)
/** Of quality.md: until jobs are picked up as before. */
const mostMs = seconds(10)
/** Beside the slowest before: less than what looking every two seconds would take, without being told. */
const graceMs = 300

/** PostgreSQL is stopped hard under two workers that write, is away for five seconds, and starts again; twice. */
export const databaseStopped: Fault = {
  name: 'database: stopped hard and started',
  quick: false,
  async run() {
    const server = await ownServer()
    try {
      return await withCrew({ everyMs: 10, database: server.database }, async (crew) => {
        for (let count = 0; count < 2; count += 1) await crew.startWorker()
        const threads: string[] = []
        const usual = await slowestPickUp(crew, threads, 10)
        const again: number[] = []
        for (let outage = 0; outage < outages; outage += 1) {
          threads.push(...(await crew.submit(12)))
          await someWritten(crew.pool)
          await server.stopHard()
          await sleep(outageMs)
          await server.start()
          again.push(await untilUsual(crew, threads, usual + graceMs))
        }
        const slowest = Math.max(...again)
        const { ok, seen } = await judgeThreads(crew.pool, threads)
        return {
          ok: ok && slowest <= mostMs,
          seen: `${outages} outages of ${outageMs / 1000} s; picked up as before (${usual.toFixed(0)} ms) within ${(slowest / 1000).toFixed(1)} s; ${seen}`,
        }
      })
    } finally {
      await server.close()
    }
  },
}

/** From being added to being begun, on the database's time, in milliseconds: of one after the other, the longest. */
async function slowestPickUp(crew: Crew, threads: string[], count: number): Promise<number> {
  let slowest = 0
  for (let time = 0; time < count; time += 1) slowest = Math.max(slowest, await pickUp(crew, threads))
  return slowest
}

const pickedSchema = z.tuple([z.object({ ms: z.number().nullable() })])

async function pickUp({ pool, submit }: Crew, threads: string[]): Promise<number> {
  const [thread = ''] = await submit(1)
  threads.push(thread)
  for (let tries = 0; tries < 1_000; tries += 1) {
    const { rows } = await pool.query(
      `select extract(epoch from started_at - created_at)::float8 * 1000 as ms from generations where thread_id = $1`,
      [thread],
    )
    const [{ ms }] = pickedSchema.parse(rows)
    if (ms !== null) return ms
    await sleep(20)
  }
  return Number.POSITIVE_INFINITY
}

/** How long it takes from now until three in a row are picked up within so long: milliseconds, of which the three count. */
async function untilUsual(crew: Crew, threads: string[], within: number): Promise<number> {
  const began = performance.now()
  while (performance.now() - began < seconds(60)) {
    const slowest = await slowestPickUp(crew, threads, 3).catch(() => Number.POSITIVE_INFINITY)
    if (slowest <= within) return performance.now() - began
    await sleep(100)
  }
  return Number.POSITIVE_INFINITY
}

async function someWritten(pool: pg.Pool): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const { rowCount } = await pool.query(
      `select 1 from generations where status = 'running' and jsonb_array_length(progress->'tweets') > 0`,
    )
    if (rowCount) return
    await sleep(20)
  }
  throw new Error('no worker came to write anything')
}
