import type { CalendarDate } from './calendar-date.ts'
import { clockAt } from './clock.ts'
import { kanjiNumber } from './kanji-numerals.ts'
import type { NumberWords } from './number-words.ts'
import type { RawNumber } from './raw-number.ts'

const groupDot = new Set(['de', 'es', 'it', 'pt', 'nl', 'da', 'id', 'tr'])
const plainly = { isScaled: false, isWord: false, isOrdinal: false }

/** The values that digits with marks may mean in a language: "1.200" is twelve hundred in German, 1.2 in English. */
function valuesOf(written: string, language: string): number[] {
  const text = written.replace(/[\s\u00a0\u202f'’]/gu, '')
  const groups = /^\d{1,3}(?:([.,])\d{3})+$/u.exec(text)
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  if (!groups) {
    if (last < 0) return [Number(text)]
    return [Number(`${text.slice(0, last).replace(/[.,]/gu, '')}.${text.slice(last + 1)}`)]
  }
  const whole = Number(text.replace(/[.,]/gu, ''))
  const isSeveral = (text.match(/[.,]/gu)?.length ?? 0) > 1
  const decimal = Number(text.replace(',', '.'))
  if (isSeveral) return [whole]
  // Latin America writes thousands with a comma, Spain with a point.
  if (language === 'es') return [whole, decimal]
  return groups[1] === (groupDot.has(language) ? '.' : ',') ? [whole] : [decimal]
}

const anyDigit = /\d/
const digits = /(?<![\p{L}\p{N}])(?<!\d[.,])\d+(?:[.,\u00a0\u202f'’ ]\d{3}(?!\d))*(?:[.,]\d+)?/gu
const han = /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])\d+(?:,\d{3})*(?:\.\d+)?/gu
/** A full stop makes an ordinal of any number in German; it is one for certain before what is counted in order. */
const germanOrdinal = /^\. (?:jahrhundert|jahrzehnt|lebensjahr|jahr|monat|woche|tag|stunde|minute)/u
const ordinalMark = /^(?:st|nd|rd|th|º|ª|ème)(?![\p{L}\p{N}])/u

/** The numbers written in digits that are no part of a date. `text` is in lower case, with digits of usual width. */
export function readDigits(
  text: string,
  language: string,
  dates: readonly CalendarDate[],
  lists: NumberWords,
): RawNumber[] {
  const found: RawNumber[] = []
  if (!anyDigit.test(text)) return found
  const matches = [...text.matchAll(digits), ...(language === 'ja' ? text.matchAll(han) : [])]
  for (const match of matches.sort((a, b) => a.index - b.index)) {
    const start = match.index
    const end = start + match[0].length
    if (start < (found.at(-1)?.end ?? 0)) continue
    if (dates.some((date) => start < date.end && end > date.start)) continue
    found.push(
      clockAt(text, start, language) ?? numberAt(text, { start, end, written: match[0], language, lists }),
    )
  }
  return found
}

type Place = { start: number; end: number; written: string; language: string; lists: NumberWords }

function numberAt(text: string, { start, end, written, language, lists }: Place): RawNumber {
  const japanese = language === 'ja' ? kanjiNumber(text, start) : null
  if (japanese) return { start, end: japanese.end, values: [japanese.value], ...plainly, isScaled: true }
  const values = valuesOf(written, language)
  const ordinal = ordinalMark.exec(text.slice(end, end + 4))
  if (ordinal) return { start, end: end + ordinal[0].length, values, ...plainly, isOrdinal: true }
  if (language === 'de' && germanOrdinal.test(text.slice(end, end + 14)))
    return { start, end: end + 1, values, ...plainly, isOrdinal: true }
  const scale = lists.scaleAt(text, end)
  const mark = scale ? text.slice(end, scale.end) : ''
  const isLetter = /^\s?(?:[mb]|mm)$/u.test(mark)
  // "500 m" are metres, "8mm" are millimetres; "1.2m" may be either, unless it is money.
  if (scale && isLetter) {
    const scaled = values.map((value) => value * scale.factor)
    const isMoney = lists.currencyBefore(text, start) !== null || lists.currencyAt(text, scale.end) !== null
    if (isMoney) return { start, end: scale.end, values: scaled, ...plainly, isScaled: true }
    if (/^\s|mm$/u.test(mark)) return { start, end, values, ...plainly }
    return { start, end: scale.end, values: [...scaled, ...values], ...plainly, isScaled: true }
  }
  if (!scale) return { start, end, values, ...plainly }
  // "2 mil 500": what follows a thousand belongs to it.
  const tail = scale.factor === 1000 ? /^\s(\d{1,3})(?![\d.,])/u.exec(text.slice(scale.end)) : null
  return {
    start,
    end: scale.end + (tail?.[0].length ?? 0),
    values: values.map((value) => value * scale.factor + Number(tail?.[1] ?? 0)),
    ...plainly,
    isScaled: tail === null,
  }
}
