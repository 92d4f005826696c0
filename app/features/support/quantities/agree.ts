import { type CalendarDate, holds } from './calendar-date.ts'
import type { Quantity } from './quantities.ts'
import { close, sameMeasure } from './units.ts'

/** How far a number may be from the source's where the tweet says that it is rounded, as a share. */
const roundedBy = 0.12
const shares = new Set(['%', 'pp'])

/** Whether a tweet's number says what one of the source says, rounding as its own words allow. */
export function sameQuantity(claim: Quantity, source: Quantity): boolean {
  return sameValue(claim, source) && unitFault(claim, source) === null
}

/** What is wrong with a number whose value is right: its unit or its currency; null for nothing. */
export function unitFault(claim: Quantity, source: Quantity): 'unit-differs' | 'currency-differs' | null {
  if (claim.currency && source.currency && claim.currency !== source.currency) return 'currency-differs'
  if (claim.currency && source.unit) return 'unit-differs'
  if (source.currency && claim.unit) return 'unit-differs'
  if (claim.unit === null || source.unit === null) {
    // "half" for 50 %, "a third" for 33 %.
    return null
  }
  if (claim.unit === source.unit) return null
  return claim.values.some((value) =>
    source.values.some((other) =>
      sameMeasure({ value, unit: claim.unit ?? '' }, { value: other, unit: source.unit ?? '' }),
    ),
  )
    ? null
    : 'unit-differs'
}

/** Whether the value alone is the same, whatever it counts; measures are converted. */
export function sameValue(claim: Quantity, source: Quantity): boolean {
  if (claim.isOrdinal !== source.isOrdinal) return false
  return claim.values.some((value) => source.values.some((other) => fits(claim, value, source, other)))
}

function fits(claim: Quantity, value: number, source: Quantity, other: number): boolean {
  if (claim.unit && source.unit && claim.unit !== source.unit) {
    if (sameMeasure({ value, unit: claim.unit }, { value: other, unit: source.unit })) return true
  }
  const asShare = (quantity: Quantity, of: number) => (shares.has(quantity.unit ?? '') ? of / 100 : of)
  const [a, b] =
    (claim.unit === '%') === (source.unit === '%')
      ? [value, other]
      : [asShare(claim, value), asShare(source, other)]
  if (close(a, b, 1e-9)) return true
  // A third is 33 %, two thirds 67 %.
  if ((claim.unit === '%') !== (source.unit === '%') && Math.abs(a - b) < 0.006 && Math.max(a, b) < 1)
    return true
  if (claim.isScaled && isRoundedFrom(a, b)) return true
  if (claim.rounded === 'about') return close(a, b, roundedBy)
  if (claim.rounded === 'over') return b >= a && close(a, b, 0.25)
  if (claim.rounded === 'under') return b <= a && close(a, b, 0.25)
  if (source.rounded && claim.rounded === null) return false
  return false
}

/** 1.2 million for 1,234,567: rounded to the two or more figures that it gives. */
function isRoundedFrom(rounded: number, exact: number): boolean {
  for (const figures of [2, 3, 4]) if (close(Number(exact.toPrecision(figures)), rounded, 1e-9)) return true
  return false
}

/** The source's number that a tweet's may be: from a list, or the year of a date. */
export function agreeingQuantity(
  claim: Quantity,
  quantities: readonly Quantity[],
  dates: readonly CalendarDate[],
): boolean {
  return (
    quantities.some((source) => sameQuantity(claim, source)) ||
    (claim.unit === null &&
      dates.some(({ year, day }) => claim.values.some((value) => value === year || value === day)))
  )
}

export function agreeingDate(
  claim: CalendarDate,
  dates: readonly CalendarDate[],
  quantities: readonly Quantity[],
): boolean {
  return (
    dates.some((date) => holds(date, claim)) ||
    // What looks like a year may be a number: 1,850 people, 1850 people.
    (claim.month === null &&
      quantities.some(({ values }) => claim.year !== null && values.includes(claim.year)))
  )
}
