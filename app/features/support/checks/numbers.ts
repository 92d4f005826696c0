import {
  agreeingDate,
  agreeingQuantity,
  isReckoned,
  sameQuantity,
  sameValue,
  unitFault,
} from '../quantities/agree.ts'
import { agree, type CalendarDate } from '../quantities/calendar-date.ts'
import { isTelling, type Quantity } from '../quantities/quantity.ts'
import type { SourceIndex } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import type { Reason } from '../verdict.ts'
import { type Check, chosenStatements, type Evidence } from './check.ts'

/** Every number of the claim stands in what backs it, with the same unit and currency. */
export const checkNumbers: Check = (evidence) => {
  const { alignment, source } = evidence
  const statements = chosenStatements(evidence).map(({ statement }) => statement)
  // Another number that stands there shows that it is the right place.
  const isUnbacked = alignment.coverage < halfBacked && !alignment.numbers.some(({ isFound }) => isFound)
  return alignment.claim.quantities.flatMap((quantity): Reason[] => {
    if (!isTelling(quantity) || isLoneClock(quantity, source)) return []
    if (isUnbacked && isSmallAndBare(quantity)) return []
    const all = statements.flatMap(({ quantities }) => quantities)
    if (isThere(quantity, all) || (isWhole(quantity) && statements.some(tellsOfAll))) return []
    const inDates = statements.some(({ dates }) =>
      dates.some(({ day, year }) => quantity.values.some((value) => value === day || value === year)),
    )
    if (inDates && !quantity.unit && !quantity.currency) return []
    if (isShortYear(quantity, source) || isToldBeside(evidence, quantity)) return []
    if (isReckonedNear(evidence, quantity)) return []
    if (
      standsBeside(
        evidence,
        quantity,
        ({ quantities, dates }) =>
          isThere(
            quantity,
            quantities.filter(({ unit }) => quantity.unit === null || unit !== null),
          ) || agreeingQuantity(quantity, [], dates),
      )
    )
      return []
    const at = { start: quantity.start, end: quantity.end }
    const near = all.find((other) => sameValue(quantity, other))
    const fault = near && unitFault(quantity, near)
    if (near && fault) return [{ code: fault, at, found: wordsOf(near, source) }]
    const likely = statements[0]?.quantities.find(
      ({ unit, currency }) => unit === quantity.unit && currency === quantity.currency,
    )
    return [{ code: 'number-not-found', at, found: likely ? wordsOf(likely, source) : null }]
  })
}

/** "100 %" of what the source calls all of it. */
const isWhole = ({ unit, values }: Quantity) => unit === '%' && values.includes(100)
const tellsOfAll = ({ tokens }: Statement) =>
  tokens.some(({ sense, text }) => sense.quantifier === 0 || text.startsWith('全'))

/** A claim of which so little is found may give a small number that is reckoned, or whose unit stands elsewhere. */
const halfBacked = 0.65
const leastLarge = 100

const isSmallAndBare = ({ unit, currency, values }: Quantity) =>
  unit === null && currency === null && values.every((value) => value < leastLarge)

/** A free retelling may bring together what stands some sentences apart: from this share of its words in order on, none does. */
const looseWording = 0.5
/** Smaller numbers stand in a source by chance. */
const leastByChance = 13

/** Whether a number of a free retelling stands near the sentences that back it. */
function isToldBeside(evidence: Evidence, quantity: Quantity): boolean {
  const { likeness, source } = evidence
  if (likeness && likeness.sequence >= looseWording) return false
  const isSmall = quantity.values.every((value) => Number.isInteger(value) && value < leastByChance)
  if (isSmall && quantity.unit === null && quantity.currency === null) return false
  return within(evidence, source.quantities).some(
    ({ quantity: other }) =>
      sameQuantity(quantity, other) &&
      (quantity.unit ?? quantity.currency) === (other.unit ?? other.currency),
  )
}

/** How many sentences from those that back a free retelling a date of it may stand. */
const dateReach = 1

/** Whether a date of a free retelling stands beside the sentences that back it. */
function isDateBeside({ alignment, source, likeness }: Evidence, date: CalendarDate): boolean {
  if (likeness && likeness.sequence >= looseWording) return false
  return source.dates.some(
    (other) =>
      agreeingDate(date, [other.date], []) &&
      alignment.chosen.some((at) => Math.abs(at - other.sentence) <= dateReach),
  )
}

const yearAfter =
  /(?:following|next) year|(?:a|one) year later|Jahr (?:darauf|danach|später)|(?:folgenden|nächsten) Jahr|año (?:siguiente|después)|翌年/u

/** Whether a sentence that backs the claim tells of "the following year", and it or the one before it gives the year. */
function isYearAfter({ year, month }: CalendarDate, evidence: Evidence): boolean {
  if (year === null || month !== null) return false
  const { source } = evidence
  return chosenStatements(evidence).some(
    ({ index, statement }) =>
      yearAfter.test(statement.text) &&
      [statement, source.sentences[index - 1]].some((each) =>
        each?.dates.some((other) => other.year === year - 1),
      ),
  )
}

/** "24年" for 2024. */
function isShortYear({ unit, values }: Quantity, { dates }: SourceIndex): boolean {
  return unit === 'year' && dates.some(({ date: { year } }) => year !== null && values.includes(year % 100))
}

/** A bare number of the same value says nothing where the same value stands there in another unit too. */
function isThere(claim: Quantity, all: readonly Quantity[]): boolean {
  const same = all.filter((other) => sameQuantity(claim, other))
  if (same.length === 0 || claim.unit === null) return same.length > 0
  if (same.some(({ unit, currency }) => unit !== null || currency !== null)) return true
  return !all.some((other) => sameValue(claim, other) && unitFault(claim, other) !== null)
}

/** Every date of the claim stands in what backs it, as far as it says. */
export const checkDates: Check = (evidence) => {
  const { alignment, source } = evidence
  const statements = chosenStatements(evidence).map(({ statement }) => statement)
  return alignment.claim.dates.flatMap((date): Reason[] => {
    if (statements.some(({ dates, quantities }) => agreeingDate(date, dates, quantities))) return []
    if (standsBeside(evidence, date, ({ dates, quantities }) => agreeingDate(date, dates, quantities)))
      return []
    if (isDateBeside(evidence, date) || isYearAfter(date, evidence)) return []
    // The year may be given once for several days.
    const all = statements.flatMap(({ dates }) => dates)
    const bare = { ...date, year: null }
    const partly =
      date.month !== null && all.some((other) => other.month === date.month && agree(bare, other))
    const years = source.dates.some((other) => other.date.year === date.year)
    if (partly && (date.year === null || (years && all.some((other) => agree(date, other))))) return []
    const found = all[0] ? source.text.slice(all[0].start, all[0].end) : null
    return [{ code: 'date-not-found', at: { start: date.start, end: date.end }, found }]
  })
}

function wordsOf({ start, end }: Quantity, source: SourceIndex): string {
  return source.text.slice(start, end)
}

/** A time with a colon may be a duration that the source writes out. */
function isLoneClock({ unit, dayHalf }: Quantity, { quantities }: SourceIndex): boolean {
  return unit === 'clock' && dayHalf === null && !quantities.some(({ quantity }) => quantity.unit === 'clock')
}

/** How many sentences around those that back a claim may give the numbers that it reckons with. */
const reach = 6

function within<Item extends { sentence: number }>({ alignment }: Evidence, items: readonly Item[]): Item[] {
  return items.filter(({ sentence }) => alignment.chosen.some((at) => Math.abs(at - sentence) <= reach))
}

/** Words to both sides of a number among which "more" or "shorter" tells of a difference. */
const besideDifference = 3
/** "Fell by a quarter": so many words before the share may the verb stand. */
const beforeChange = 4

/** Whether a number comes of others that stand together: in one sentence, or in two that follow each other. */
function isReckonedNear({ alignment, source }: Evidence, quantity: Quantity): boolean {
  const { tokens } = alignment.claim
  const at = tokens.findIndex(({ end }) => end > quantity.start)
  const tellsOfMore = (from: number) =>
    tokens
      .slice(Math.max(0, from), at + besideDifference + 1)
      .some(({ sense }) => sense.sides.some(({ sequence }) => !sequence))
  const isDifference = tellsOfMore(at - 1)
  const tellsOfChange = tellsOfMore(at - beforeChange)
  const near = new Set(
    alignment.chosen.flatMap((sentence) =>
      Array.from({ length: 2 * reach + 1 }, (_, shift) => sentence - reach + shift),
    ),
  )
  return [...near].some((index) => {
    const pair = [source.sentences[index], source.sentences[index + 1]]
    const [quantities, dates] = [
      pair.flatMap((each) => each?.quantities ?? []),
      pair.flatMap((each) => each?.dates ?? []),
    ]
    const isChange =
      tellsOfChange && (alignment.chosen.includes(index) || alignment.chosen.includes(index + 1))
    return isReckoned(quantity, quantities, dates, { isDifference, isChange })
  })
}

/** How many words to both sides of a number tell what it is about. */
const beside = 5

/** Whether a sentence of the source has the number together with a word that stands beside it in the claim. */
function standsBeside(
  { alignment: { claim }, source }: Evidence,
  number: { start: number },
  has: (statement: Statement) => boolean,
): boolean {
  const index = claim.tokens.findIndex(({ end }) => end > number.start)
  const near = claim.content.filter((at) => Math.abs(at - index) <= beside)
  return near.some((at) => {
    const token = claim.tokens[at]
    if (!token) return false
    return source.find(token.sense).some(({ sentence, strength }) => {
      const statement = source.sentences[sentence]
      return strength >= 0.9 && statement !== undefined && has(statement)
    })
  })
}
