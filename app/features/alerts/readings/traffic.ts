import { z } from 'zod'
import { rowsOf, type Within } from '#app/platform/statement.server.ts'
import { leastErrors, leastPages, leastTries } from '../rules.ts'

/** The share of requests that may fail: the rest of 99.9 %. */
const budget = 0.001

const windows = ['5 minutes', '30 minutes', '1 hour', '6 hours'] as const
const countsSchema = z.tuple([
  z.object({
    all: z.array(z.number()).length(windows.length),
    failed: z.array(z.number()).length(windows.length),
  }),
])
const bucketsSchema = z.array(z.object({ le: z.string(), count: z.number() }))
const countedSchema = z.tuple([z.object({ all: z.number(), part: z.number() })])

/** What web and worker processes counted: errors, how long pages took, and how the tries of jobs ended. */
export async function readTraffic(within: Within, now: Date) {
  return {
    ...(await readErrors(within, now)),
    'pages-slow': await readP95(within, now),
    'requests-shed': await readShed(within, now),
    'replica-left': await readReplicaLooks(within, now),
    'jobs-failing': await readTries(within, now),
  }
}

/** How many times faster than promised the errors that are allowed are used up: over two windows, the slower of both. */
async function readErrors(within: Within, now: Date) {
  const sums = (condition: string) =>
    windows
      .map(
        (window) =>
          `coalesce(sum(value) filter (where ${condition} and minute > $1::timestamptz - interval '${window}'), 0)::float8`,
      )
      .join(', ')
  const [{ all, failed }] = countsSchema.parse(
    await rowsOf(
      within,
      `select array[${sums('true')}] as all, array[${sums(`labels::jsonb ->> 'status' = '5xx'`)}] as failed
       from measure_minutes
       where name = 'threadr_http_requests_total' and minute > $1::timestamptz - interval '6 hours'
         and minute <= $1::timestamptz`,
      [now],
    ),
  )
  const burn = (short: number, long: number) => {
    const rates = [short, long].map((at) => (failed[at] ?? 0) / Math.max(all[at] ?? 0, 1) / budget)
    if (!all[long]) return null
    return (failed[long] ?? 0) < leastErrors ? 0 : Math.min(...rates)
  }
  return { 'errors-fast': burn(0, 2), 'errors-slow': burn(1, 3) }
}

/** Within which time 95 of 100 requests of the last ten minutes were answered, as exactly as the buckets say. */
async function readP95(within: Within, now: Date): Promise<number | null> {
  const buckets = bucketsSchema
    .parse(
      await rowsOf(
        within,
        `select labels::jsonb ->> 'le' as le, sum(value)::float8 as count from measure_minutes
         where name = 'threadr_http_request_seconds' and minute > $1::timestamptz - interval '10 minutes'
           and minute <= $1::timestamptz
         group by 1`,
        [now],
      ),
    )
    .map(({ le, count }) => ({ end: le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le), count }))
    .toSorted((one, other) => one.end - other.end)
  return quantile(buckets, 0.95, leastPages)
}

/** Of cumulative buckets, evenly spread within each; what lies beyond the last end counts as that end. */
function quantile(buckets: { end: number; count: number }[], share: number, least: number): number | null {
  const total = buckets.at(-1)?.count ?? 0
  if (total < least) return null
  const rank = share * total
  let [below, start] = [0, 0]
  for (const { end, count } of buckets) {
    if (count >= rank)
      return end === Number.POSITIVE_INFINITY
        ? start
        : start + ((end - start) * (rank - below)) / (count - below || 1)
    ;[below, start] = [count, end]
  }
  return null
}

/** Turned away in the last two minutes. */
async function readShed(within: Within, now: Date): Promise<number> {
  const { all } = await countedOf(within, now, { name: 'threadr_requests_shed_total', minutes: 2 })
  return all
}

/** In how many of a hundred looks of the last two minutes the read replica was not used; null where none is set. */
async function readReplicaLooks(within: Within, now: Date): Promise<number | null> {
  const looks = { name: 'threadr_replica_looks_total', minutes: 2, part: { state: 'used' } }
  const { all, part: used } = await countedOf(within, now, looks)
  return all === 0 ? null : (100 * (all - used)) / all
}

/** In percent of the tries of the last ten minutes. */
async function readTries(within: Within, now: Date): Promise<number | null> {
  const tries = { name: 'threadr_jobs_total', minutes: 10, part: { outcome: 'failed' } }
  const { all, part: failed } = await countedOf(within, now, tries)
  return all < leastTries ? null : (100 * failed) / all
}

/** What was counted under a name in the last minutes, and of that what has the labels of `part`. */
async function countedOf(
  within: Within,
  now: Date,
  { name, minutes, part = {} }: { name: string; minutes: number; part?: Record<string, string> },
): Promise<z.output<typeof countedSchema>[0]> {
  const [counted] = countedSchema.parse(
    await rowsOf(
      within,
      `select coalesce(sum(value), 0)::float8 as all,
              coalesce(sum(value) filter (where labels::jsonb @> $4::jsonb), 0)::float8 as part
       from measure_minutes
       where name = $2 and minute > $1::timestamptz - make_interval(mins => $3::int) and minute <= $1::timestamptz`,
      [now, name, minutes, JSON.stringify(part)],
    ),
  )
  return counted
}
