import type pg from 'pg'
import { z } from 'zod'
import { anomalyOf, leastOf } from './anomaly.ts'
import { dayOf, daysBefore } from './roll-up.ts'
import { moneySeries, plainSeries, type SeriesDefinition, type Unit } from './series.ts'

/** Before the first day that is shown, so that it too can be held against eight of its weekday. */
const daysToCompare = 56

const rowsSchema = z.array(z.object({ day: z.iso.date(), measure: z.string(), value: z.number() }))

type Point = {
  day: string
  value: number | null
  /** What the day before had; null where that isn't known. */
  before: number | null
  anomaly: { usual: number; way: 'high' | 'low' } | null
}
export type Series = { key: string; title: string; about: string; unit: Unit; points: Point[] }
export type Numbers = {
  series: Series[]
  /** When the newest of them were made; null where none were. */
  madeAt: string | null
}

/** The numbers of so many days up to today (UTC), the first first, with what stands out among them. Today's are not whole. */
export async function readNumbers(pool: pg.Pool, days: number, now = new Date()): Promise<Numbers> {
  const today = dayOf(now)
  const from = daysBefore(today, days - 1 + daysToCompare)
  const { rows } = await pool.query(
    'select day::text, measure, value from daily_numbers where day between $1 and $2',
    [from, today],
  )
  const byDay = new Map<string, Map<string, number>>()
  const currencies = new Set<string>()
  for (const { day, measure, value } of rowsSchema.parse(rows)) {
    const numbers = byDay.get(day) ?? new Map<string, number>()
    byDay.set(day, numbers.set(measure, value))
    if (measure.startsWith('mrr_cents:')) currencies.add(measure.slice('mrr_cents:'.length))
  }
  const all = Array.from({ length: days + daysToCompare }, (_, index) =>
    daysBefore(today, days + daysToCompare - 1 - index),
  )
  const definitions = [...plainSeries, ...[...currencies].toSorted().flatMap(moneySeries)]
  const { rows: made } = await pool.query<{ at: Date | null }>('select max(made_at) as at from daily_numbers')
  return {
    series: definitions.map((definition) => seriesOf(definition, all, byDay, days)),
    madeAt: made[0]?.at?.toISOString() ?? null,
  }
}

function seriesOf(
  { key, title, about, unit, of, isWatched }: SeriesDefinition,
  all: readonly string[],
  byDay: ReadonlyMap<string, ReadonlyMap<string, number>>,
  days: number,
): Series {
  const values = all.map((day) => of(byDay.get(day) ?? new Map()))
  const points = all.map((day, index): Point => {
    // A day that is not over is less than usual until its evening.
    const isWhole = index < all.length - 1
    return {
      day,
      value: values[index] ?? null,
      before: values[index - 1] ?? null,
      anomaly:
        isWatched && isWhole
          ? anomalyOf(values, index, leastOf[unit === 'count' || unit === 'share' ? unit : 'size'])
          : null,
    }
  })
  return { key, title, about, unit, points: points.slice(-days) }
}
