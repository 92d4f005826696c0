import { z } from 'zod'
import { rowsOf, type Within } from '#app/platform/statement.server.ts'
import { leastSignUps, leastSpentCents, usualSignUps } from '../rules.ts'

/** Weeks that there have to be before anything is called usual. */
const leastWeeks = 3
const mostWeeks = 8

/** Minutes of the last hour in which Threadr has to have run before it is strange that nobody signed up in it. */
const leastMinutes = 55

const nowSchema = z.array(z.object({ name: z.string(), value: z.number(), minutes: z.number() }))
const pastSchema = z.array(z.object({ name: z.string(), week: z.number(), value: z.number() }))

const names = {
  spent: 'threadr_model_cost_cents_total',
  signUps: 'threadr_sign_ups_total',
  beats: 'threadr_beats',
}

/** What the last hour had, beside the same hour of up to eight past weeks in which Threadr ran: the middle one of those. */
export async function readUsual(within: Within, now: Date) {
  const lately = nowSchema.parse(
    await rowsOf(
      within,
      `select name, sum(value)::float8 as value, count(distinct minute)::int as minutes from measure_minutes
       where name = any($2::text[]) and minute > $1::timestamptz - interval '1 hour' and minute <= $1::timestamptz
       group by 1`,
      [now, Object.values(names)],
    ),
  )
  // The last hour lies in two hours of the clock: of each week the greater one counts.
  const past = pastSchema.parse(
    await rowsOf(
      within,
      `select name, week, max(value)::float8 as value
       from (
         select h.name, w.week, h.hour, sum(h.value) as value
         from generate_series(1, $3::int) as w (week)
         join measure_hours h on h.name = any($2::text[])
           and h.hour between date_trunc('hour', $1::timestamptz) - w.week * interval '168 hours' - interval '1 hour'
             and date_trunc('hour', $1::timestamptz) - w.week * interval '168 hours'
         group by 1, 2, 3
       ) hours group by 1, 2`,
      [now, Object.values(names), mostWeeks],
    ),
  )
  const weeks = past.filter(({ name }) => name === names.beats).map(({ week }) => week)
  const nowOf = (wanted: string) => lately.find(({ name }) => name === wanted)?.value ?? 0
  const ran = lately.find(({ name }) => name === names.beats)?.minutes ?? 0
  const usualOf = (wanted: string) =>
    middle(weeks.map((at) => past.find(({ name, week }) => name === wanted && week === at)?.value ?? 0))

  if (weeks.length < leastWeeks) return { 'spend-unusual': null, 'sign-ups-many': null, 'sign-ups-few': null }
  const [spent, signUps] = [nowOf(names.spent), nowOf(names.signUps)]
  const [usualSpent, usual] = [usualOf(names.spent), usualOf(names.signUps)]
  return {
    'spend-unusual': spent < leastSpentCents ? 0 : spent / Math.max(usualSpent, 1),
    'sign-ups-many': signUps < leastSignUps ? 0 : signUps / Math.max(usual, 1),
    'sign-ups-few': usual < usualSignUps || ran < leastMinutes ? null : signUps / usual,
  }
}

function middle(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const at = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? at - 1 : at], sorted[at]]
  return (low + high) / 2
}
