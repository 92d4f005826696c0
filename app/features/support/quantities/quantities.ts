import { foldWidth } from '../fold.ts'
import type { Language } from '../languages/language.ts'
import type { CalendarDate } from './calendar-date.ts'
import { readDigits } from './digits.ts'
import { kanjiNumeral } from './kanji-numerals.ts'
import { numberWords } from './number-words.ts'
import { anyCurrency, type Quantity } from './quantity.ts'

/** The numbers of a text, written in digits or words, that are no part of a date. */
export function findQuantities(
  original: string,
  language: Language,
  dates: readonly CalendarDate[],
): Quantity[] {
  const lower = foldWidth(original).toLowerCase()
  const lists = numberWords(language.words)
  const raw = readDigits(lower, language.tag, dates, lists)
  const spoken = language.tag === 'ja' ? kanjiNumeral(lower) : lists.find(lower)
  for (const word of spoken) {
    const isTaken = [...raw, ...dates].some((other) => word.start < other.end && word.end > other.start)
    if (!isTaken) raw.push({ ...word, isWord: true, isOrdinal: false })
  }
  raw.sort((a, b) => a.start - b.start)
  const made = raw.map((number): Quantity => {
    const unit = number.unit ? null : lists.unitAt(lower, number.end)
    const before = lists.currencyBefore(lower, number.start)
    const after = before ? null : lists.currencyAt(lower, number.end)
    const start = before?.start ?? number.start
    const named = before?.code ?? after?.code ?? null
    const isMinor = named === 'CENT'
    const isTenths = unit?.unit === 'wari'
    const factor = isMinor ? 0.01 : isTenths ? 10 : 1
    const end = Math.max(number.end, after?.end ?? 0, named ? 0 : (unit?.end ?? 0))
    // Written out, so that all are of one shape: many are compared.
    return {
      values: factor === 1 ? number.values : number.values.map((value) => value * factor),
      start,
      end,
      unit: named ? null : isTenths ? '%' : (number.unit ?? unit?.unit ?? null),
      currency: isMinor ? anyCurrency : named,
      rounded:
        lists.roundingBefore(lower, start) ??
        lists.roundingAfter(lower, end) ??
        (roundedBehind.test(lower.slice(number.end, number.end + 16)) ? 'about' : null),
      isScaled: number.isScaled,
      isOrdinal: number.isOrdinal,
      isWord: number.isWord,
      isOfShare: false,
      dayHalf: number.dayHalf ?? null,
      per: rateOf(lower, end, lists),
    }
  })
  const whole = withHalves(lower, made)
  shareUnits(lower, whole)
  return [...whole, ...shares(lower, whole), ...spans(lower, whole)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )
}

/** "A hundred or so", "40-odd", "veinte y pico", "medio centenar escaso". */
const roundedBehind = /^[\s-]+(?:or so|odd|or thereabouts|oder so|y pico|escas[oa]s?|larg[oa]s?)(?!\p{L})/u

const halfAfter = /^(?:\s+and\s+a\s+half|\s+y\s+medi[oa])(?!\p{L})|^半(?![年数分日])/u

/** "A length and a half": the half of what is told as one before it. */
const oneAndHalf = /(?<!\p{L})an?\s+\p{L}+\s+and\s+a\s+$/u

/** "Two and a half hours", "6時間半": a half that belongs to the number before it. */
function withHalves(text: string, quantities: readonly Quantity[]): Quantity[] {
  const made: Quantity[] = []
  for (const quantity of quantities) {
    const last = made.at(-1)
    // The half has been read as a number of its own.
    if (last && quantity.start < last.end) {
      last.unit ??= quantity.unit
      last.end = Math.max(last.end, quantity.end)
      continue
    }
    const isHalf = quantity.isWord && quantity.values[0] === 0.5
    const single = isHalf
      ? oneAndHalf.exec(text.slice(Math.max(0, quantity.start - 32), quantity.start))
      : null
    if (single) {
      made.push({ ...quantity, start: quantity.start - single[0].length, values: [1.5] })
      continue
    }
    const half = halfAfter.exec(text.slice(quantity.end, quantity.end + 16))
    made.push(
      half && !quantity.isOrdinal && !quantity.isScaled
        ? {
            ...quantity,
            end: quantity.end + half[0].length,
            values: quantity.values.map((value) => value + 0.5),
          }
        : quantity,
    )
  }
  return made
}

const rate =
  /(?<![\p{L}])[\s/]*(?:\p{L}+\s+){0,3}?(?:(?:a la|al|an?|per|each|every|pro|im|am|jede[nrs]?|je|in der|die|por|cada)\s+|\/\s*)(?=\p{L})/gu
/** Without one of these there is no rate, which is sooner seen than by the pattern above. */
const rateWord = /(?:a|an|al|a la|per|each|every|pro|im|am|jede[nrs]?|je|in der|die|por|cada)\s|\//
const rateUnits = new Set([
  's',
  'min',
  'h',
  'day',
  'week',
  'month',
  'year',
  'km',
  'kg',
  'l',
  't',
  'kwh',
  'ha',
  'm',
])

/** "$10 a day", "8 horas a la semana": the unit after a number and a word such as per. */
function rateOf(text: string, end: number, lists: ReturnType<typeof numberWords>): string | null {
  const after = text.slice(end, end + 40)
  if (!/^[\s/]/u.test(after) || !rateWord.test(after)) return null
  for (const match of after.matchAll(rate)) {
    if (/[.,;:!?]/u.test(after.slice(0, match.index + match[0].length))) return null
    const found = lists.unitAt(text, end + match.index + match[0].length)
    if (found && rateUnits.has(found.unit)) return found.unit
  }
  return null
}

const joining =
  /^\s*(?:to|and|or|from|instead of|rather than|bis|und|oder|auf|statt|nach|a|y|o|en vez de|en lugar de|frente a|-|–|から|~|〜)\s*$/u

/** "Ten hours a day instead of twelve": what it replaces has its unit. */
const replaces = /(?:instead of|rather than|statt|anstelle von|en vez de|en lugar de)\s*$/u

/** "5 to 8 km", "zwischen 5 und 8 km": the unit stands once. */
function shareUnits(text: string, quantities: Quantity[]): void {
  for (const [index, quantity] of quantities.entries()) {
    const next = quantities[index + 1]
    const last = quantities[index - 1]
    if (
      last?.unit &&
      !quantity.unit &&
      !quantity.currency &&
      replaces.test(text.slice(last.end, quantity.start))
    ) {
      quantity.unit = last.unit
      continue
    }
    if (!next || quantity.unit || quantity.currency || !(next.unit || next.currency || next.isScaled))
      continue
    if (!joining.test(text.slice(quantity.end, next.start))) continue
    quantity.unit = next.unit
    quantity.currency = next.currency
    const scale = next.isScaled && !quantity.isScaled ? scaleOf(text, next) : 1
    if (scale > 1) quantity.values = [...quantity.values, ...quantity.values.map((value) => value * scale)]
  }
}

const scales = [1e12, 1e9, 1e8, 1e6, 1e4, 1e3]

/** What "million" has made of the digits that stand before it; 1 where no digits do. */
function scaleOf(text: string, { start, values }: Quantity): number {
  const digits = /[\d.,]*\d/u.exec(text.slice(start))?.[0].replace(',', '.')
  const plain = Number(digits)
  return scales.find((scale) => values.some((value) => Math.abs(value - plain * scale) < value * 1e-9)) ?? 1
}

/** "6 hours 30 minutes": what two measures of time come to, beside them. */
function spans(text: string, quantities: readonly Quantity[]): Quantity[] {
  const made: Quantity[] = []
  for (const [index, large] of quantities.entries()) {
    const small = quantities[index + 1]
    const unit =
      small?.unit === 'min' && (large.unit === 'h' || large.unit === 'clock')
        ? 60
        : small?.unit === 's' && large.unit === 'min'
          ? 60
          : 0
    if (!small || unit === 0 || !/^\s*(?:and|und|y|,)?\s*$/u.test(text.slice(large.end, small.start)))
      continue
    const [a = 0, b = 0] = [large.values[0], small.values[0]]
    large.isOfShare = true
    small.isOfShare = true
    made.push({ ...small, start: large.start, values: [a * unit + b], isOfShare: false })
  }
  return made
}

const outOf =
  /^\s*(?:out of(?: every)?|in(?: every)?|of(?: every)?|de cada|de los|de las|von|aus|in jed\w+|人?に|人(?:のうち|中)|中)\s*$/u
const turned = /[にう中]/u

/** "One in three", "seis de cada diez", "3人に1人": shares, beside the numbers that they are made of. */
function shares(text: string, quantities: readonly Quantity[]): Quantity[] {
  const made: Quantity[] = []
  for (const [index, part] of quantities.entries()) {
    const whole = quantities[index + 1]
    if (!whole || part.currency || whole.currency || part.isOrdinal || whole.isOrdinal) continue
    const gap = text.slice(part.end, whole.start)
    if (!outOf.test(gap)) continue
    const [a, b] = turned.test(gap) ? [whole.values[0], part.values[0]] : [part.values[0], whole.values[0]]
    if (a === undefined || b === undefined || b <= 1 || a >= b || b > 100) continue
    part.isOfShare = true
    whole.isOfShare = true
    made.push({ ...part, end: whole.end, values: [a / b], unit: null, isOfShare: false, isScaled: false })
  }
  return made
}
