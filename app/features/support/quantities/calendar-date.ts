import { foldWidth } from '../fold.ts'
import type { LanguageWords } from '../languages/language-words.ts'
import { decadesInWords } from './decade-words.ts'
import { numeralValue as kanjiValue } from './kanji-numerals.ts'
import { numberWords } from './number-words.ts'

/** A date as far as it is given: a year alone, a day and month, or all three; 1 to 12, 1 to 31. */
export type CalendarDate = {
  start: number
  end: number
  year: number | null
  month: number | null
  day: number | null
  /** "the 1990s": the year is the decade's first. */
  isDecade: boolean
  /** Whether day and month may be the other way round: 7/1/2024. */
  isAmbiguous?: boolean
}

const eras: Record<string, number> = { 令和: 2018, 平成: 1988, 昭和: 1925, 大正: 1911, 明治: 1867 }

type Finder = {
  /** What a text has to have for it, in lower case: sooner seen than that the pattern is nowhere. */
  needs?: RegExp
  pattern: RegExp
  read(match: RegExpExecArray): Omit<CalendarDate, 'start' | 'end'> | null
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
const year = (text: string | undefined): number | null => (text ? Number(text) : null)

function plain(day: number | null, month: number | null, ofYear: number | null) {
  if (month !== null && (month < 1 || month > 12)) return null
  if (day !== null && (day < 1 || day > 31)) return null
  return { day, month, year: ofYear, isDecade: false }
}

/** 14/06 is the 14th of June; 06/14 can only be meant the American way round. */
function dayFirst(first: number, second: number, ofYear: number | null) {
  const date = second > 12 ? plain(second, first, ofYear) : plain(first, second, ofYear)
  return date && { ...date, isAmbiguous: first <= 12 && second <= 12 }
}

function fullYear(text: string | undefined): number {
  const value = Number(text)
  return (text?.length ?? 0) > 2 ? value : value + (value < 50 ? 2000 : 1900)
}

function findersOf(words: LanguageWords): Finder[] {
  const names = words.months.map((line) => line.split(/\s+/u).filter(Boolean))
  const monthOf = new Map(names.flatMap((list, index) => list.map((name) => [name, index + 1] as const)))
  const month = `(${[...monthOf.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})\\.?`
  const needs = new RegExp(Array.from(monthOf.keys(), (name) => escaped(name.toLowerCase())).join('|'))
  const number = (text: string | undefined) => monthOf.get((text ?? '').toLowerCase()) ?? null
  const day = '(\\d{1,2})(?:st|nd|rd|th|\\.|º|°)?'
  const edge = '(?<![\\p{L}\\p{N}])'
  const stop = '(?![\\p{L}\\p{N}])'
  return [
    {
      needs,
      pattern: new RegExp(
        `${edge}${day}\\s*(?:of\\s+|de\\s+|del\\s+)?${month}(?:\\s*,?\\s*(?:of\\s+|de\\s+|del\\s+)?(\\d{4}))?${stop}`,
        'giu',
      ),
      read: (match) => plain(Number(match[1]), number(match[2]), year(match[3])),
    },
    {
      needs,
      pattern: new RegExp(`${edge}${month}\\s+${day}(?:\\s*,?\\s*(\\d{4}))?${stop}`, 'giu'),
      read: (match) => plain(Number(match[2]), number(match[1]), year(match[3])),
    },
    {
      needs,
      pattern: new RegExp(`${edge}${month}\\s+(?:of\\s+|de\\s+)?(?:['’‘]|del\\s+)(\\d{2})${stop}`, 'giu'),
      read: (match) => plain(null, number(match[1]), fullYear(match[2])),
    },
    {
      needs,
      pattern: new RegExp(`${edge}${month}\\s*,?\\s*(?:of\\s+|de\\s+|del\\s+)?(\\d{4})${stop}`, 'giu'),
      read: (match) => plain(null, number(match[1]), year(match[2])),
    },
  ]
}

/** What stands before a month that is named alone: without it "May" and "March" may be other words. */
const beforeMonth =
  /(?:^|[^\p{L}])(?:in|since|by|until|till|last|next|this|early|late|mid|im|seit|bis|ab|anfang|ende|mitte|vergangenen|kommenden|en|desde|hasta|pasado|próximo)[\s-]$/iu

const letter = /\p{L}/u

/** Every sentence is searched for it: without flags, and with its edges looked at afterwards, it takes a third of the time. */
function monthFinder(words: LanguageWords): Finder {
  const monthOf = new Map(
    words.months.flatMap((line, index) => {
      const name = line.split(' ')[0] ?? ''
      return [name, name.charAt(0).toUpperCase() + name.slice(1)].map((form) => [form, index + 1] as const)
    }),
  )
  return {
    pattern: new RegExp([...monthOf.keys()].map(escaped).join('|'), 'g'),
    read: ({ 0: name, index, input }) =>
      beforeMonth.test(input.slice(Math.max(0, index - 14), index)) &&
      !letter.test(input.charAt(index + name.length))
        ? plain(null, monthOf.get(name) ?? null, null)
        : null,
  }
}

const japanese: Finder[] = [
  {
    pattern:
      /(?:(令和|平成|昭和|大正|明治)(\d{1,2}|元)|(\d{4}))年度?(?:(\d{1,2})月(?:(\d{1,2})日)?)?(?!代)/gu,
    read: (match) => {
      const era = match[1]
        ? (eras[match[1]] ?? 0) + (match[2] === '元' ? 1 : Number(match[2]))
        : Number(match[3])
      return plain(match[5] ? Number(match[5]) : null, match[4] ? Number(match[4]) : null, era)
    },
  },
  {
    pattern:
      /(令和|平成|昭和|大正|明治)([一二三四五六七八九十]{1,3})年(?:([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?)?/gu,
    read: (match) =>
      plain(
        match[4] ? kanjiValue(match[4]) : null,
        match[3] ? kanjiValue(match[3]) : null,
        (eras[match[1] ?? ''] ?? 0) + kanjiValue(match[2] ?? ''),
      ),
  },
  {
    pattern: /([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?/gu,
    read: (match) => plain(match[2] ? kanjiValue(match[2]) : null, kanjiValue(match[1] ?? ''), null),
  },
  { pattern: /(\d{1,2})月(\d{1,2})日/gu, read: (match) => plain(Number(match[2]), Number(match[1]), null) },
  { pattern: /(?<!\d)(\d{1,2})月(?!\d|間|日)/gu, read: (match) => plain(null, Number(match[1]), null) },
]

const always: Finder[] = [
  {
    needs: /\d\./,
    pattern: /(?<![\d.,])(\d{1,2})\.\s?(\d{1,2})\.(?!\d)/gu,
    read: (match) => plain(Number(match[1]), Number(match[2]), null),
  },
  {
    needs: /\d-\d/,
    pattern: /(?<![\d.,/-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/gu,
    read: (match) => plain(Number(match[3]), Number(match[2]), Number(match[1])),
  },
  {
    needs: /\d[./]\d/,
    pattern: /(?<![\d.,/])(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/gu,
    read: (match) => dayFirst(Number(match[1]), Number(match[3]), fullYear(match[4])),
  },
  {
    needs: /\d\/\d/,
    pattern: /(?<![\d.,/])(\d{1,2})\/(\d{1,2})(?![\d/]|\s*(?:de|of|del|of the)\s)/gu,
    read: (match) => dayFirst(Number(match[1]), Number(match[2]), null),
  },
  {
    needs: /\d{4}/,
    pattern:
      /(?<![\p{L}\p{N}])(?:(?:die|the|los|años)\s+)?(\d{3}0)(?:['’]?s|er(?:-Jahren?|\s+Jahren?)?|年代)(?![\p{L}\p{N}])/giu,
    read: (match) => ({ year: Number(match[1]), month: null, day: null, isDecade: true }),
  },
]

/** A number like 1994 that stands alone, with no unit after it. */
function yearFinder(words: LanguageWords): Finder {
  const { unitAt } = numberWords(words)
  return {
    needs: /\d{4}/,
    pattern:
      /(?<![\p{L}\p{N}.,:/$€£¥-])(1[0-9]\d{2}|20\d{2})(?![\p{L}\p{N}%€£¥]|[.,:/]\d|\s?(?:(?:m|t|Mio)(?!\p{L})|[€%人円万]))/giu,
    read: ({ 0: written, index, input }) => {
      const end = index + written.length
      const unit = unitAt(input.slice(end, end + longestUnit).toLowerCase(), 0)
      // "1994 c." may be circa, "2008 second" a rank.
      const isMeasure = unit !== null && unit.end > shortUnit && unit.unit !== 's'
      return isMeasure ? null : { year: Number(written), month: null, day: null, isDecade: false }
    },
  }
}
const longestUnit = 30
/** With the space before it. */
const shortUnit = 2

const anyFigure = /[\d一二三四五六七八九十元]/u
const japaneseMark = /[年月]/u
const finders = new WeakMap<LanguageWords, { months: Finder; all: Finder[] }>()

function readersOf(words: LanguageWords) {
  const months = monthFinder(words)
  return { months, all: [...findersOf(words), ...always, yearFinder(words), months] }
}

/** The dates of a text, in order; a number like 1994 that stands alone counts as a year. */
export function findDates(original: string, words: LanguageWords): CalendarDate[] {
  const text = foldWidth(original)
  const lower = text.toLowerCase()
  const known = finders.get(words) ?? readersOf(words)
  finders.set(words, known)
  const found: CalendarDate[] = []
  const dated = anyFigure.test(text) ? known.all : [known.months]
  for (const { start, end, year } of decadesInWords(lower))
    found.push({ start, end, year, month: null, day: null, isDecade: true, isAmbiguous: false })
  for (const { needs, pattern, read } of japaneseMark.test(text) ? [...dated, ...japanese] : dated) {
    if (needs && !needs.test(lower)) continue
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (found.some((other) => start < other.end && end > other.start)) continue
      const date = read(match)
      // Written out, so that all are of one shape: many are compared.
      if (date) {
        const { year, month, day, isDecade, isAmbiguous = false } = date
        found.push({ start, end, year, month, day, isDecade, isAmbiguous })
      }
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Whether two dates may be the same as far as both say. */
export function agree(a: CalendarDate, b: CalendarDate): boolean {
  if (a.isAmbiguous)
    return (
      agree({ ...a, isAmbiguous: false }, b) ||
      agree({ ...a, day: a.month, month: a.day, isAmbiguous: false }, b)
    )
  if (b.isAmbiguous) return agree(b, a)
  const same = (one: number | null, other: number | null) => one === null || other === null || one === other
  if (a.isDecade !== b.isDecade && a.year !== null && b.year !== null)
    return Math.floor(a.year / 10) === Math.floor(b.year / 10) && a.month === null
  return same(a.year, b.year) && same(a.month, b.month) && same(a.day, b.day)
}

/** Whether `b` says all that `a` says. */
export function holds(b: CalendarDate, a: CalendarDate): boolean {
  if (a.isAmbiguous && a.day !== a.month && !agree({ ...a, isAmbiguous: false }, b))
    return holds(b, { ...a, day: a.month, month: a.day, isAmbiguous: false })
  const says = (one: number | null, other: number | null) => one === null || one === other
  return agree(a, b) && says(a.month, b.month) && says(a.day, b.day) && (a.year === null || b.year !== null)
}
