import type pg from 'pg'
import { z } from 'zod'
import { readMoneyDays } from '#app/features/billing/money-days.ts'
import { inTransaction } from '#app/platform/transaction.server.ts'
import { countedEvents, timedSteps } from './measures.ts'

const aDay = 86_400_000
export const dayOf = (at: Date) => at.toISOString().slice(0, 10)
export const daysBefore = (day: string, days: number) =>
  dayOf(new Date(Date.parse(`${day}T00:00:00Z`) - days * aDay))

/** Who signed up late yesterday may get to a first thread until tonight, which counts for yesterday. */
const daysThatMove = 2

/** Makes the numbers of today and of the days before that may still change, and answers which those were. */
export async function rollUpLatest(pool: pg.Pool, now = new Date()): Promise<{ from: string; to: string }> {
  const to = dayOf(now)
  const range = { from: daysBefore(to, daysThatMove), to }
  await rollUp(pool, range)
  return range
}

/**
 * Makes the numbers of each day from one to another (UTC, both included) anew, a day in a transaction: what was there of it
 * goes, so that it may run as often as wanted. Two at once make a day one after the other.
 */
export async function rollUp(pool: pg.Pool, { from, to }: { from: string; to: string }): Promise<void> {
  for (let day = from; day <= to; day = daysBefore(day, -1)) await rollUpDay(pool, day)
}

async function rollUpDay(pool: pg.Pool, day: string): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query(
      `select pg_advisory_xact_lock(hashtext('daily_numbers'), $1::date - date '2000-01-01')`,
      [day],
    )
    const numbers = new Map<string, number>()
    for (const row of await countsOf(client, day)) numbers.set(row.measure, row.value)
    for (const { currency, end, churned, churners, payers, payersBefore } of await readMoneyDays(client, {
      from: day,
      to: day,
    })) {
      numbers.set(`mrr_cents:${currency}`, end)
      numbers.set(`churned_cents:${currency}`, churned)
      numbers.set(`churners:${currency}`, churners)
      numbers.set(`payers:${currency}`, payers)
      numbers.set(`payers_before:${currency}`, payersBefore)
    }
    await client.query('delete from daily_numbers where day = $1', [day])
    await client.query(
      `insert into daily_numbers (day, measure, value)
       select $1, measure, value from unnest($2::text[], $3::float8[]) as each (measure, value)`,
      [day, [...numbers.keys()], [...numbers.values()]],
    )
  })
}

/** One pass over the day's events, and what became of those who signed up on it. */
async function countsOf(client: pg.PoolClient, day: string) {
  // The bounds stand in the statement, so that the plan knows which month's table it needs.
  const begins = `'${day}T00:00:00Z'::timestamptz`
  const ends = `'${daysBefore(day, -1)}T00:00:00Z'::timestamptz`
  const { rows } = await client.query(
    `with day as (
       select ${measures.map(({ measure, of }) => `${of} as ${measure}`).join(', ')}
       from analytics_events where at >= ${begins} and at < ${ends}
     ), begun as (
       select count(*) as activated from analytics_events s
       where s.name = 'signed_up' and s.at >= ${begins} and s.at < ${ends} and exists (
         select from analytics_events r where r.user_id = s.user_id and r.name = 'thread_ready'
           and r.at >= s.at and r.at < s.at + interval '1 day'
           and r.at >= ${begins} and r.at < ${ends} + interval '1 day'
       )
     )
     select key as measure, value::float8 as value from day, begun,
       jsonb_each_text(to_jsonb(day) || to_jsonb(begun)) where value is not null`,
  )
  return rowsSchema.parse(rows)
}

const rowsSchema = z.array(z.object({ measure: z.string(), value: z.number() }))

/** What is made of a day's events; a day without any has no times. */
const measures = [
  ...Object.entries(countedEvents).map(([event, measure]) => ({
    measure,
    of: `count(*) filter (where name = '${event}')`,
  })),
  ...Object.entries(timedSteps).map(([step, measure]) => ({
    measure,
    of: `percentile_disc(0.95) within group (order by (props->>'${step}')::float8)
      filter (where name = 'thread_ready' and props ? '${step}')`,
  })),
  {
    measure: 'threads_cached',
    of: `count(*) filter (where name = 'thread_ready' and props->'cacheHit' = 'true')`,
  },
  {
    measure: 'cost_micros',
    of: `coalesce(sum((props->>'costMicros')::float8) filter (where name in ('thread_ready', 'thread_failed')), 0)`,
  },
]
