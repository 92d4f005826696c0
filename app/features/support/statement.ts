import type { Range } from '#app/features/segmentation/sentences.ts'
import type { Language } from './languages/language.ts'
import { type CalendarDate, findDates } from './quantities/calendar-date.ts'
import { findQuantities } from './quantities/quantities.ts'
import type { Quantity } from './quantities/quantity.ts'
import { type Token, tokens } from './tokens.ts'

/** A sentence as the checks see it: of a tweet, or of the source. Offsets are those of the whole text. */
export type Statement = Range & {
  text: string
  tokens: Token[]
  /** Places in `tokens` of the words that say something: no grammar, no numbers. */
  content: number[]
  quantities: Quantity[]
  dates: CalendarDate[]
}

/** Moves what was found in a sentence to where that stands in its text. */
function moveBy(items: readonly Range[], by: number): void {
  for (const item of items) {
    item.start += by
    item.end += by
  }
}

export function readStatement(whole: string, range: Range, language: Language): Statement {
  const text = whole.slice(range.start, range.end)
  const dates = findDates(text, language.words)
  const quantities = findQuantities(text, language, dates)
  const numeric: readonly Range[] = [...dates, ...quantities]
  moveBy(numeric, range.start)
  const found = tokens(whole, range, language)
  const content: number[] = []
  for (const [at, token] of found.entries()) {
    const isNumber = numeric.some(({ start, end }) => token.start >= start && token.end <= end)
    if (!isNumber && !token.isFunction && !isDenial(token)) content.push(at)
  }
  return { ...range, text, tokens: found, content, quantities, dates }
}

function isDenial({ sense }: Token): boolean {
  return sense.roles.has('negator')
}
