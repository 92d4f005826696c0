import type pg from 'pg'
import { readNumbers } from '#app/features/kpis/read-numbers.ts'
import { dayOf, daysBefore, rollUp } from '#app/features/kpis/roll-up.ts'
import { median } from '#tests/eval/cpu-ratio.ts'
import { scratchDatabase } from '#tests/setup/scratch-database.ts'
import type { Figure } from './ratio.ts'

const days = 90
const few = 9_000
const sizes = { quick: 1_000_000, full: 10_000_000 }
const rounds = 15
/** How long the roll-up of a day may take: it is made every quarter of an hour, for three days. */
const mostMs = 5_000

/**
 * The page of 90 days' numbers over ten million events (one million in the quick run) against nine thousand, and how long the
 * roll-up of one of those days takes.
 */
export async function numbers({ full }: { full: boolean }): Promise<Figure[]> {
  const many = full ? sizes.full : sizes.quick
  const [small, large] = [await filled(few), await filled(many)]
  try {
    const times = { small: [] as number[], large: [] as number[] }
    for (let round = 0; round < rounds; round += 1) {
      times.small.push(await timed(() => readNumbers(small.pool, days)))
      times.large.push(await timed(() => readNumbers(large.pool, days)))
    }
    return [
      {
        name: `numbers of ${days} days over ${many} events (${median(times.large).toFixed(1)} ms) / over ${few}`,
        ratio: median(times.large) / median(times.small),
        bar: { atMost: 1.5 },
      },
      {
        name: `roll-up of a day of ${Math.round(many / days)} events (${large.dayMs.toFixed(0)} ms) / ${mostMs} ms`,
        ratio: large.dayMs / mostMs,
        bar: { atMost: 1 },
      },
    ]
  } finally {
    await small.drop()
    await large.drop()
  }
}

/** A database with so many events, alike on each day, and their numbers; with how long the last day's took. */
async function filled(events: number) {
  const { pool, drop } = await scratchDatabase()
  const today = dayOf(new Date())
  await fill(pool, events)
  await rollUp(pool, { from: daysBefore(today, days), to: daysBefore(today, 2) })
  const yesterday = daysBefore(today, 1)
  const dayMs = await timed(() => rollUp(pool, { from: yesterday, to: yesterday }))
  return { pool, drop, dayMs }
}

async function fill(pool: pg.Pool, events: number): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    await client.query(
      `select make_analytics_month((current_date - n * interval '1 month')::date) from generate_series(0, 4) n`,
    )
    await client.query(
      `insert into analytics_events (at, name, props)
       select now() - (n % ${days} + 1) * interval '1 day',
         (array['landing_seen', 'landing_seen', 'thread_asked', 'thread_ready', 'signed_in'])[1 + n % 5],
         case when n % 5 = 3 then jsonb_build_object('totalMs', 1000 + n % 997, 'writingMs', 500 + n % 499,
           'costMicros', n % 1000, 'cacheHit', n % 7 = 0, 'writer', 'openai', 'promptVersion', '7') else '{}' end
       from generate_series(1, ${events}) n`,
    )
    await client.query('vacuum analyze analytics_events')
  } finally {
    client.release(true)
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
