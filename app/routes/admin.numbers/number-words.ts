import { money } from '#app/features/billing/money.ts'
import type { Unit } from '#app/features/kpis/series.ts'

const dayWord = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })

/** A day as YYYY-MM-DD, in words: 3 November. */
export const dayInWords = (day: string) => dayWord.format(new Date(`${day}T00:00:00Z`))

/** A value as it is written: 1,204; 93.4 %; 2.13 s; $0.0042; 12.00. */
export function inWords(value: number | null, unit: Unit): string {
  if (value === null) return '–'
  switch (unit) {
    case 'count':
      return whole.format(value)
    case 'share':
      return `${(100 * value).toFixed(1)} %`
    case 'ms':
      return `${(value / 1000).toFixed(2)} s`
    case 'micros':
      return `$${(value / 1_000_000).toFixed(4)}`
    default:
      return money(Math.round(value), unit.slice('cents:'.length))
  }
}

/** What a value has more or less than the day before; of a share in percentage points. */
export function changeInWords(value: number | null, before: number | null, unit: Unit): string {
  if (value === null || before === null) return '–'
  const change = value - before
  if (change === 0) return '±0'
  const size = Math.abs(change)
  const words = unit === 'share' ? `${(100 * size).toFixed(1)} points` : inWords(size, unit)
  return `${change > 0 ? '+' : '−'}${words}`
}
