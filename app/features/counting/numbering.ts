import { breakRank, breaksOf } from './breaks.ts'
import { countedLength, fits } from './count.ts'
import type { Network } from './networks.ts'
import { lastThat, pieceEnds } from './pieces.ts'

/** What a post's number looks like: " 2/7". */
export function numberSuffix(position: number, total: number): string {
  return ` ${position}/${total}`
}

/** Texts with " n/m" after each, trimmed at its end; a single text needs no number. */
export function numberTexts(texts: string[]): string[] {
  if (texts.length < 2) return texts.map((text) => text.trimEnd())
  return texts.map((text, index) => text.trimEnd() + numberSuffix(index + 1, texts.length))
}

/** Counted length to keep free in each of `total` posts for the widest of their numbers; 0 where none is needed. */
export function numberReserve(total: number, network: Network): number {
  return total < 2 ? 0 : countedLength(numberSuffix(total, total), network)
}

const ellipsis = '…'
const danglingMarks = /[\s,;:—–，、；：،؛([{]+$/u

/**
 * A text cut to fit in `limit` counted characters: after its last sentence that fits, else after a clause, else after
 * a word, and at the worst after a grapheme; where a sentence stays unfinished it ends with "…". Never within a link,
 * a mention or a hashtag, so the result may be empty. White space at the cut is dropped.
 */
export function fitText(text: string, network: Network, limit: number): string {
  const whole = text.trimEnd()
  if (fits(whole, network, limit)) return whole
  const { tokens, entities } = breaksOf(whole, network)
  const upTo = (rank: number) => tokens.filter((token) => token.rank >= rank).map(({ coreEnd }) => coreEnd)

  const sentence = lastThat(upTo(breakRank.sentence), (end) => fits(whole.slice(0, end), network, limit))
  if (sentence > 0) return whole.slice(0, sentence)

  const unfinished = (end: number) => whole.slice(0, end).replace(danglingMarks, '') + ellipsis
  const allowed = (end: number) => fits(unfinished(end), network, limit)
  const word = lastThat(upTo(breakRank.word), allowed)
  const clause = lastThat(upTo(breakRank.clause), allowed)
  // A clause that gives up most of the room says less than the words that fit.
  if (clause > 0 && clause >= word / 2) return unfinished(clause)
  if (word > 0) return unfinished(word)
  const piece = lastThat(pieceEnds(whole, 0, tokens[0]?.coreEnd ?? 0, entities), allowed)
  return piece > 0 ? unfinished(piece) : ''
}
