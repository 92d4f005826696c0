import type { Range } from '#app/features/segmentation/sentences.ts'
import type { Alignment } from './align.ts'
import { foldAccents } from './fold.ts'
import type { Language } from './languages/language.ts'
import { agreeingDate, agreeingQuantity } from './quantities/agree.ts'
import type { SourceIndex } from './source-index.ts'
import type { Statement } from './statement.ts'
import type { Reason } from './verdict.ts'

/**
 * The checks that hold across languages, for a thread in another language than its source: numbers and dates stand in
 * the passages that it gives, people's names stand in the source, and there are such passages at all.
 */
export function checkForeignClaim(
  claim: Statement,
  { source, spans, language }: { source: SourceIndex; spans: readonly Range[]; language: Language },
): Reason[] {
  const backing = source.sentences.filter((sentence) =>
    spans.some(({ start, end }) => start < sentence.end && end > sentence.start),
  )
  const at = { start: claim.start, end: claim.end }
  if (backing.length === 0) return [{ code: 'not-in-source', at, found: null }]
  const quantities = backing.flatMap((each) => each.quantities)
  const dates = backing.flatMap((each) => each.dates)
  const reasons: Reason[] = []
  for (const quantity of claim.quantities) {
    const isSmallWord = quantity.isWord && quantity.values.every((value) => value <= 2)
    if (!isSmallWord && !agreeingQuantity(quantity, quantities, dates))
      reasons.push({ code: 'number-not-found', at: rangeOf(quantity), found: null })
  }
  for (const date of claim.dates) {
    if (!agreeingDate(date, dates, quantities))
      reasons.push({ code: 'date-not-found', at: rangeOf(date), found: null })
  }
  const text = foldAccents(source.text)
  for (const name of peopleIn(claim, language))
    if (!text.includes(foldAccents(name.text)))
      reasons.push({ code: 'name-not-found', at: rangeOf(name), found: null })
  return reasons
}

/** How much of a claim the source holds can't be told across languages. */
const unknown = 0.5

/** What stands in for an alignment of words, where the languages have none in common. */
export function foreignAlignment(claim: Statement): Alignment {
  return { claim, chosen: [], places: new Map(), numbers: [], coverage: unknown }
}

/** Names of two words, first and last: places have other names in other languages. */
function peopleIn({ tokens }: Statement, language: Language) {
  if (language.tag === 'ja' || language.tag === 'de') return []
  return tokens.filter((token, at) => {
    const next = tokens[at + 1]
    const isCapital = (other: typeof token) =>
      other.capital !== 'none' && !other.isFunction && !language.knows(other.lower)
    return next !== undefined && isCapital(token) && isCapital(next) && next.gap === ' '
  })
}

const rangeOf = ({ start, end }: Range): Range => ({ start, end })
