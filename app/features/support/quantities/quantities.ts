import { foldWidth } from '../fold.ts'
import type { Language } from '../languages/language.ts'
import type { CalendarDate } from './calendar-date.ts'
import { kanjiNumber, kanjiNumeral } from './kanji-numerals.ts'
import { type NumberWords, numberWords } from './number-words.ts'

/** A number of a text with what it counts or measures. */
export type Quantity = {
  start: number
  end: number
  /** What it may be; two where "1.200" is read both ways. */
  values: readonly number[]
  /** Canonical unit, `%` and `pp` included; null for a bare number. */
  unit: string | null
  /** ISO code; null for what is no money. */
  currency: string | null
  /** To which side it is rounded, by the words before it. */
  rounded: 'about' | 'over' | 'under' | null
  /** Whether a word such as million stands with it. */
  isScaled: boolean
  isOrdinal: boolean
  isWord: boolean
}

const groupDot = new Set(['de', 'es', 'it', 'pt', 'nl', 'da', 'id', 'tr'])

/** The values that digits with marks may mean in a language: "1.200" is twelve hundred in German, 1.2 in English. */
export function valuesOf(written: string, language: string): number[] {
  const text = written.replace(/[\s\u00a0\u202f'’]/gu, '')
  const groups = /^\d{1,3}(?:([.,])\d{3})+$/u.exec(text)
  const whole = Number(text.replace(/[.,]/gu, ''))
  if (groups) {
    const several = (text.match(/[.,]/gu)?.length ?? 0) > 1
    const usual = groupDot.has(language) ? '.' : ','
    if (several || groups[1] === usual) {
      // Latin America writes both ways.
      return language === 'es' && !several ? [whole, Number(text.replace(',', '.'))] : [whole]
    }
    return language === 'es' ? [whole, Number(text.replace(',', '.'))] : [Number(text.replace(',', '.'))]
  }
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  if (last < 0) return [Number(text)]
  return [Number(`${text.slice(0, last).replace(/[.,]/gu, '')}.${text.slice(last + 1)}`)]
}

const digits = /(?<![\p{L}\p{N}])(?<!\d[.,])\d+(?:[.,\u00a0\u202f'’ ]\d{3}(?!\d))*(?:[.,]\d+)?/gu

type Raw = {
  start: number
  end: number
  values: number[]
  isScaled: boolean
  isWord: boolean
  isOrdinal: boolean
}

function readDigits(
  text: string,
  language: Language,
  dates: readonly CalendarDate[],
  lists: NumberWords,
): Raw[] {
  const found: Raw[] = []
  for (const match of text.matchAll(digits)) {
    const start = match.index
    let end = start + match[0].length
    if (dates.some((date) => start < date.end && end > date.start)) continue
    const after = text.slice(end, end + 14)
    // Times of day are compared as they stand: 15:30 as 15 and 30.
    const ordinal = /^(?:st|nd|rd|th|º|ª|er|ème)(?![\p{L}\p{N}])/u.exec(after)
    let values = valuesOf(match[0], language.tag)
    let isScaled = false
    const scale = lists.scaleAt(text, end)
    if (scale && !ordinal) {
      values = values.map((value) => value * scale.factor)
      end = scale.end
      isScaled = true
      // 2億5000万: parts of one number follow each other.
      const rest = language.tag === 'ja' ? kanjiNumber(text, start) : null
      if (rest) {
        values = [rest.value]
        end = rest.end
      }
    }
    const previous = found.at(-1)
    if (previous && start < previous.end) continue
    found.push({
      start,
      end: end + (ordinal?.[0].length ?? 0),
      values,
      isScaled,
      isWord: false,
      isOrdinal: ordinal !== null,
    })
  }
  return found
}

/** The numbers of a text, written in digits or words, that are no part of a date. */
export function findQuantities(
  original: string,
  language: Language,
  dates: readonly CalendarDate[],
): Quantity[] {
  const text = foldWidth(original)
  const lower = text.toLowerCase()
  const lists = numberWords(language.words)
  const raw = readDigits(lower, language, dates, lists)
  const taken = (start: number, end: number) =>
    raw.some((other) => start < other.end && end > other.start) ||
    dates.some((date) => start < date.end && end > date.start)
  const spoken = language.tag === 'ja' ? kanjiNumeral(lower) : lists.find(lower)
  for (const word of spoken)
    if (!taken(word.start, word.end)) raw.push({ ...word, isWord: true, isOrdinal: false })
  raw.sort((a, b) => a.start - b.start)
  const made: Quantity[] = []
  for (const number of raw) {
    const unit = lists.unitAt(lower, number.end)
    const before = lists.currencyBefore(lower, number.start)
    const after = before ? null : lists.currencyAt(lower, number.end)
    const start = before?.start ?? number.start
    const code = before?.code ?? after?.code ?? null
    made.push({
      ...number,
      start,
      end: Math.max(number.end, after?.end ?? 0, code ? 0 : (unit?.end ?? 0)),
      unit: code ? null : (unit?.unit ?? null),
      currency: code,
      rounded: lists.roundingBefore(lower, start),
    })
  }
  // "5 to 8 km", "zwischen 5 und 8 km": the unit stands once.
  for (const [index, quantity] of made.entries()) {
    const next = made[index + 1]
    if (!next || quantity.unit || quantity.currency || !(next.unit || next.currency)) continue
    const between = lower.slice(quantity.end, next.start)
    if (/^\s*(?:to|and|or|bis|und|oder|a|y|o|-|–|から|~|〜)\s*$/u.test(between)) {
      quantity.unit = next.unit
      quantity.currency = next.currency
    }
  }
  return made
}
