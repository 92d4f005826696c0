const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)[ ]?(Z|[+-]\d{2}:?\d{2})?)?$/i
const isoMonth = /^\d{4}-(?:0[1-9]|1[0-2])$/
const slashed = /^(\d{4})\/(\d{1,2})\/(\d{1,2})(.*)$/

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/**
 * A date as ISO 8601, no more exact than it was written: an hour or a time zone is never made up. Null for what is no
 * date. `1/2/2024` is null too, since nobody can tell its month.
 */
export function isoDate(written: string): string | null {
  const trimmed = written.trim()
  const slash = slashed.exec(trimmed)
  const value = slash
    ? `${slash[1]}-${slash[2]?.padStart(2, '0')}-${slash[3]?.padStart(2, '0')}${slash[4]}`
    : trimmed
  if (isoMonth.test(value)) return value
  const parts = iso.exec(value)
  if (parts) {
    const [, year, month, day, time, zone] = parts
    if (!isDay(Number(year), Number(month), Number(day))) return null
    const offset = zone?.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2').toUpperCase() ?? ''
    return `${year}-${month}-${day}${time ? `T${time}${offset}` : ''}`
  }
  // Written out, as in mail headers and bylines ("Tue, 24 Mar 2015 10:00:00 GMT", "March 25, 2015").
  if (value.length > 60 || !/\p{L}{3}/u.test(value) || !/\b\d{4}\b/.test(value)) return null
  const stamp = new Date(value)
  if (Number.isNaN(stamp.getTime())) return null
  if (/\d:\d{2}/.test(value) && /(?:GMT|UTC|Z|[+-]\d{4})$/.test(value))
    return stamp.toISOString().replace('.000Z', 'Z')
  const pad = (number: number) => String(number).padStart(2, '0')
  return `${stamp.getFullYear()}-${pad(stamp.getMonth() + 1)}-${pad(stamp.getDate())}`
}
