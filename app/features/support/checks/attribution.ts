import type { Range } from '#app/features/segmentation/sentences.ts'
import type { SourceIndex } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import type { Reason } from '../verdict.ts'
import { rangeOf } from './check.ts'
import { isSaid, quotesIn } from './quotes.ts'

/** Words that stand in more of the source's sentences than this name nobody in particular. */
const mostSentences = 4

/**
 * A quotation given to somebody else: who the tweet says it is from is named in the source, but not where it is quoted,
 * nor in the two sentences before.
 */
export function checkAttribution(
  tweet: string,
  claims: readonly Statement[],
  { source, locate }: { source: SourceIndex; locate: (quotes: string[]) => Range[] },
): Reason[] {
  return quotesIn(tweet).flatMap((quote): Reason[] => {
    const [place] = locate([quote.text.replace(/[\s.,;:!?…。、！？]+$/u, '').trim()])
    const claim = claims.find(({ start, end }) => quote.start < end && quote.end > start)
    if (!place || !claim || !isSaid(quote.text, source.language.tag)) return []
    const first = source.sentences.findIndex(({ end }) => end > place.start)
    const last = source.sentences.findIndex(({ end }) => end >= place.end)
    const around = (index: number) => index >= first - 2 && index <= Math.max(first, last) + 1
    const outside = claim.content.filter((at) => {
      const token = claim.tokens[at]
      return token !== undefined && (token.end <= quote.start || token.start >= quote.end)
    })
    for (const at of outside) {
      const token = claim.tokens[at]
      if (!token || token.sense.roles.has('speech') || source.language.knows(token.lower)) continue
      const postings = source.find(token.sense).filter(({ strength }) => strength === 1)
      const sentences = new Set(postings.map(({ sentence }) => sentence))
      if (sentences.size === 0 || sentences.size > mostSentences) continue
      if (![...sentences].some(around)) return [{ code: 'name-of-another', at: rangeOf(token), found: null }]
    }
    return []
  })
}
