import { type CalendarDate, holds } from './calendar-date.ts'
import { anyCurrency, type Quantity } from './quantity.ts'
import { close, sameMeasure } from './units.ts'

/** How far a number may be from the source's where the tweet says that it is rounded, as a share. */
const roundedBy = 0.12
const roundedToOneSide = 0.25

/** No share is rounded by more: two thirds are no 60 %. */
const mostOfShare = 0.055

const pesos = new Set(['PESO', 'MXN', 'ARS', 'CLP', 'COP', 'UYU'])

function sameCurrency(a: string, b: string): boolean {
  if (a === b || a === anyCurrency || b === anyCurrency) return true
  return (a === 'PESO' && pesos.has(b)) || (b === 'PESO' && pesos.has(a))
}

/** Whether a tweet's number says what one of the source says, rounding as its own words allow. */
export function sameQuantity(claim: Quantity, source: Quantity): boolean {
  return sameValue(claim, source) && unitFault(claim, source) === null
}

/** What is wrong with a number whose value is right: its unit or its currency; null for nothing. */
export function unitFault(claim: Quantity, source: Quantity): 'unit-differs' | 'currency-differs' | null {
  if (claim.currency && source.currency && !sameCurrency(claim.currency, source.currency))
    return 'currency-differs'
  if (claim.per && source.per && claim.per !== source.per) return 'unit-differs'
  if (claim.currency && source.currency) return null
  if ((claim.currency && source.unit) || (source.currency && claim.unit)) return 'unit-differs'
  if (claim.unit === null || source.unit === null || claim.unit === source.unit) return null
  if ([claim.unit, source.unit].includes('clock')) return null
  if (isKilo(claim.unit, source.unit) || isKilo(source.unit, claim.unit)) return null
  const isConverted = claim.values.some((value) =>
    source.values.some((other) =>
      sameMeasure(
        { value, unit: claim.unit ?? '' },
        { value: other, unit: source.unit ?? '' },
        claim.rounded ? roundedToOneSide : undefined,
      ),
    ),
  )
  return isConverted ? null : 'unit-differs'
}

/** What Japanese calls キロ alone is a kilometre or a kilogram; degrees may leave out whose. */
const isKilo = (a: string, b: string) =>
  (a === 'キロ' && (b === 'km' || b === 'kg')) || (a === 'deg' && b.startsWith('deg'))

/** Whether the value alone is the same, whatever it counts; measures are converted. */
export function sameValue(claim: Quantity, source: Quantity): boolean {
  if (claim.isOrdinal !== source.isOrdinal) return false
  if (claim.dayHalf && source.dayHalf && claim.dayHalf !== source.dayHalf) return false
  // Most pairs are far apart, and there are many.
  if (claim.unit === source.unit && isFar(claim.values, source.values)) return false
  return claim.values.some((value) => source.values.some((other) => fits(claim, value, source, other)))
}

/** Whether two numbers in the same unit are further apart than any rounding. */
export function isFar([a = 0, ...more]: readonly number[], [b = 0, ...others]: readonly number[]): boolean {
  return more.length + others.length === 0 && Math.abs(a - b) > Math.max(a, b) * roundedToOneSide + 0.01
}

function fits(claim: Quantity, value: number, source: Quantity, other: number): boolean {
  const isMeasure = claim.unit !== null && source.unit !== null && claim.unit !== source.unit
  if (isMeasure) {
    const [ours, theirs] = [
      { value, unit: claim.unit ?? '' },
      { value: other, unit: source.unit ?? '' },
    ]
    const by = claim.rounded === 'about' ? roundedBy : claim.rounded ? roundedToOneSide : undefined
    if (sameMeasure(ours, theirs, by)) return true
  }
  const isOneShare = (claim.unit === '%') !== (source.unit === '%')
  const a = isOneShare && claim.unit === '%' ? value / 100 : value
  const b = isOneShare && source.unit === '%' ? other / 100 : other
  // The second of two may leave its unit out: "22 %, the founder 35".
  if (close(a, b, 1e-9) || (isOneShare && close(value, other, 1e-9))) return true
  // A third is 33 %, two thirds 67 %.
  if (Math.max(a, b) < 1 && Math.abs(a - b) < 0.006) return true
  if (claim.isScaled && isRoundedFrom(a, b)) return true
  if (!claim.isWord && stepOf(a) <= stepOf(b)) return false
  if (claim.rounded && Math.max(a, b) < 1 && Math.abs(a - b) > mostOfShare) return false
  if (claim.rounded === 'about') return close(a, b, roundedBy)
  if (claim.rounded === 'over') return b >= a && close(a, b, roundedToOneSide)
  if (claim.rounded === 'under') return b <= a && close(a, b, roundedToOneSide)
  return false
}

/** The largest of 1, 5, 10, 50, 100 … that a number is a multiple of; what is rounded has a larger one than what it stands for. */
function stepOf(value: number): number {
  const written = String(value)
  const decimals = written.split('.')[1]?.length ?? 0
  const [zeros = ''] = decimals > 0 ? [] : (/0+$/.exec(written) ?? [])
  const place = 10 ** (zeros.length - decimals)
  return written.slice(0, written.length - zeros.length).endsWith('5') ? 5 * place : place
}

/** 1.2 million for 1,234,567: rounded to the two or more figures that it gives. */
function isRoundedFrom(rounded: number, exact: number): boolean {
  return [2, 3, 4].some((figures) => close(Number(exact.toPrecision(figures)), rounded, 1e-9))
}

/** Whether a tweet's number is one of the source's, or the day or year of a date there. */
export function agreeingQuantity(
  claim: Quantity,
  quantities: readonly Quantity[],
  dates: readonly CalendarDate[],
): boolean {
  if (quantities.some((source) => sameQuantity(claim, source))) return true
  if (claim.unit || claim.currency) return false
  return dates.some(({ year, day }) => claim.values.some((value) => value === year || value === day))
}

/** How far a share may be from what two numbers come to: "a third" for 31 %. */
const shareOff = 0.08

/** A smaller number without a unit comes of two others by chance too often. */
const leastBare = 100
/** So does one with a unit that is this small. */
const leastMeasured = 10

/**
 * Whether a tweet's number is what numbers of the source come to: the sum or the difference of two in the same unit, the
 * share of one in another, what a share leaves of the whole, the years between two dates or the minutes between two
 * times of day. A small number without a unit has to be told as a difference (`isDifference`), the share that something
 * has grown or shrunk by as a change (`isChange`).
 */
export function isReckoned(
  claim: Quantity,
  quantities: readonly Quantity[],
  dates: readonly CalendarDate[],
  { isDifference = false, isChange = false } = {},
): boolean {
  const [value = 0] = claim.values
  if (claim.unit === 'year' && areYearsApart(value, dates)) return true
  const share = claim.unit === '%' ? value / 100 : value
  const isShare =
    claim.unit === '%' || (claim.unit === null && claim.isWord && (value < 1 || value === 2 || value === 3))
  if (isShare && !claim.currency && isShareOfTwo(share, claim.rounded, quantities)) return true
  if (isShare && isChange && isChangeOfTwo(share, claim, quantities)) return true
  if (isTimeBetween(claim, quantities)) return true
  if (claim.unit === null && claim.currency === null && value < leastBare && !isDifference) return false
  if (isPartOfWhole(claim, quantities)) return true
  if (claim.unit === 'clock' || (value < leastMeasured && claim.currency === null && !isDifference))
    return false
  const isSame = ({ unit, currency }: Quantity) => unit === claim.unit && currency === claim.currency
  const isBare = ({ unit, currency, isOrdinal }: Quantity) => unit === null && currency === null && !isOrdinal
  // The second of two may leave its unit out: "31 euros, with diesel it was 52".
  return quantities.some(
    (a) =>
      isSame(a) &&
      quantities.some((b) => {
        if (a === b || !(isSame(b) || (isBare(b) && claim.unit !== '%'))) return false
        const [x = 0, y = 0] = [a.values[0], b.values[0]]
        if (claim.unit === '%' && (close(value, 100 - x, 1e-9) || close(value, 100 - x - y, 1e-9)))
          return true
        if ((x <= 1 || y <= 1) && claim.currency === null) return false
        // What two percentages differ by are points.
        return isAbout(claim, x + y) || (claim.unit !== '%' && isAbout(claim, Math.abs(x - y)))
      }),
  )
}

/** "560 of 11,200" for five percent of 11,200. */
function isPartOfWhole(claim: Quantity, quantities: readonly Quantity[]): boolean {
  const [value = 0] = claim.values
  if (value < leastBare) return false
  const shares = quantities.flatMap(({ unit, isWord, values: [share = 0] }) =>
    unit === '%' ? [share] : isWord && unit === null && share < 1 ? [share * 100] : [],
  )
  return shares.some((share) =>
    quantities.some(
      (whole) =>
        whole.unit !== '%' &&
        whole.currency === claim.currency &&
        whole.values.some((all) => close(value, (all * share) / 100, 0.005)),
    ),
  )
}

function isAbout({ values, rounded }: Quantity, exact: number): boolean {
  return values.some((value) => close(value, exact, rounded ? roundedBy : 1e-9))
}

/** How far the share of a change may be off: what is told in words is rounded. */
const changeOff = { inWords: 0.05, inDigits: 0.01 }

/** "By a quarter" for from 200 to 150. */
function isChangeOfTwo(share: number, claim: Quantity, quantities: readonly Quantity[]): boolean {
  const off = claim.isWord || claim.rounded ? changeOff.inWords : changeOff.inDigits
  return quantities.some((before, index) =>
    quantities.slice(index + 1).some((after) => {
      const [a = 0, b = 0] = [before.values[0], after.values[0]]
      const isOfAKind = before.unit === after.unit && before.currency === after.currency
      // "2.1 instead of 3.4": what it was may stand behind.
      const isBy = (whole: number) => whole > 0 && Math.abs(Math.abs(a - b) / whole - share) <= off
      return isOfAKind && before.unit !== '%' && (isBy(a) || isBy(b))
    }),
  )
}

const minutesOf: Record<string, number> = { min: 1, h: 60 }

function isTimeBetween({ unit, values: [time = 0] }: Quantity, quantities: readonly Quantity[]): boolean {
  const minutes = time * (minutesOf[unit ?? ''] ?? Number.NaN)
  const clocks = quantities.flatMap(({ unit: other, values: [hour] }) =>
    other === 'clock' && hour !== undefined ? [hour * 60] : [],
  )
  return clocks.some((a) => clocks.some((b) => a !== b && close(Math.abs(a - b), minutes, 1e-9)))
}

function areYearsApart(years: number, dates: readonly CalendarDate[]): boolean {
  const found = dates.flatMap(({ year }) => (year === null ? [] : [year]))
  return found.some((a) => found.some((b) => a - b === years))
}

function isShareOfTwo(share: number, rounded: Quantity['rounded'], quantities: readonly Quantity[]): boolean {
  if (
    share > 0 &&
    share < 1 &&
    quantities.some(({ unit, values }) => unit === '%' && close(share, 1 - (values[0] ?? 0) / 100, 1e-9))
  )
    return true
  return quantities.some((part) =>
    quantities.some((whole) => {
      const isOfAKind =
        (part.unit ?? whole.unit) === (whole.unit ?? part.unit) &&
        (part.currency ?? whole.currency) === (whole.currency ?? part.currency)
      if (part === whole || !isOfAKind) return false
      const [a = 0, b = 0] = [part.values[0], whole.values[0]]
      if (b === 0 || a <= 2 || b <= 2) return false
      if (rounded === 'over' && a / b < share) return false
      return close(a / b, share, rounded === 'over' ? roundedBy : shareOff)
    }),
  )
}

/** "The 1800s" are the 19th century. */
const isItsCentury = ({ year, isDecade }: CalendarDate, { unit, values }: Quantity) =>
  isDecade && year !== null && year % 100 === 0 && unit === 'century' && values.includes(year / 100 + 1)

/** Whether a number may be a date's year. */
export function isYear({ year }: CalendarDate, { values }: Quantity): boolean {
  return year !== null && values.includes(year)
}

export function agreeingDate(
  claim: CalendarDate,
  dates: readonly CalendarDate[],
  quantities: readonly Quantity[],
): boolean {
  return (
    dates.some((date) => holds(date, claim)) ||
    // What looks like a year may be a number: 1,850 people, 1850 people.
    (claim.month === null && quantities.some((quantity) => isYear(claim, quantity))) ||
    quantities.some((quantity) => isItsCentury(claim, quantity))
  )
}
