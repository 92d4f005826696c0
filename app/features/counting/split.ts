import { type Breaks, breakRank, breaksOf } from './breaks.ts'
import { fits } from './count.ts'
import { type Network, rules } from './networks.ts'
import { numberSuffix, numberTexts } from './numbering.ts'
import { codePointEnds, lastThat, pieceEnds } from './pieces.ts'

export type SplitOptions = {
  /** Ends every part with " n/m"; a text that fits as one part gets none. */
  number?: boolean
  /** Counted characters of a part, in the network's unit; the network's own limit without it. */
  limit?: number
  /** BCP 47 tag of the text, which decides where its sentences end; English rules without it. */
  language?: string
}

type Cutting = {
  text: string
  breaks: Breaks
  limit: number
  /** Whether white space at a part's end is cut off, so that it need not fit. */
  trimmed: boolean
  /** Whether the text from one offset to another may be a part. */
  allowed: (start: number, end: number) => boolean
}

/** UTF-16 units above which a single word isn't counted as a whole: room for the longest link, and some marks a letter. */
const endlessWord = (limit: number) => 5000 + limit * 10

/** The last token with which a part that begins at `start`, in token `first`, stays allowed; `first - 1` if none. */
function lastToken({ breaks, limit, trimmed, allowed }: Cutting, first: number, start: number): number {
  const { tokens, lengthBefore, spaceLength } = breaks
  const base = lengthBefore[first] ?? 0
  // One endless word is cut piece by piece; to count all that is left of it each time would take too long.
  if ((tokens[first]?.coreEnd ?? 0) - start > endlessWord(limit)) return first - 1
  // What of the first token lies in the part before is at most its whole length; the exact test below decides.
  const partial = start > (tokens[first]?.start ?? 0) ? (lengthBefore[first + 1] ?? base) - base : 0
  const about = (token: number) =>
    (lengthBefore[token + 1] ?? 0) - base - partial - (trimmed ? (spaceLength[token] ?? 0) : 0)
  let candidates = first
  while (candidates < tokens.length && (candidates === first || about(candidates) <= limit)) candidates++
  if (candidates > first && allowed(start, tokens[candidates - 1]?.end ?? start)) return candidates - 1
  const ends = tokens.slice(first, candidates).map(({ end }) => end)
  const end = lastThat(ends, (one) => allowed(start, one))
  return first + ends.indexOf(end)
}

/** Which of the tokens from `first` to `last`, all of which would fit, is the best one to end the part with. */
function bestToken({ breaks, limit, allowed, text }: Cutting, first: number, last: number): number {
  const { tokens, lengthBefore } = breaks
  const base = lengthBefore[first] ?? 0
  const fill = (token: number) => ((lengthBefore[token + 1] ?? 0) - base) / limit
  const lastOf = (rank: number, least: number) => {
    for (let token = last; token >= first && fill(token) >= least; token--) {
      if ((tokens[token]?.rank ?? 0) >= rank) return token
    }
    return -1
  }
  const wishes = [
    [breakRank.paragraph, 0.5],
    [breakRank.sentence, 0],
    [breakRank.clause, 0.5],
  ] as const
  const chosen = wishes.map(([rank, least]) => lastOf(rank, least)).find((token) => token >= 0) ?? last

  // A tiny last part reads badly: where as good a break leaves both of the last two parts of a size, take that.
  const rest = ((lengthBefore[tokens.length] ?? 0) - (lengthBefore[chosen + 1] ?? 0)) / limit
  if (rest > 0.25) return chosen
  const half = (fill(chosen) + rest) / 2
  let best = chosen
  for (let token = first; token < chosen; token++) {
    if ((tokens[token]?.rank ?? 0) < (tokens[chosen]?.rank ?? 0)) continue
    if (Math.abs(fill(token) - half) < Math.abs(fill(best) - half)) best = token
  }
  return allowed(tokens[best]?.end ?? 0, text.length) ? best : chosen
}

/** Where to cut a token that doesn't fit into a part by itself: between pieces, at the worst within one. */
function cutInside({ text, breaks, allowed }: Cutting, token: number, start: number): number {
  const { coreEnd, end } = breaks.tokens[token] ?? { coreEnd: text.length, end: text.length }
  const pieces = pieceEnds(text, start, coreEnd, breaks.entities)
  const cut = lastThat(pieces, (one) => allowed(start, one))
  if (cut === coreEnd) return cutSpace({ text, allowed }, { start, coreEnd, end, pieces })
  if (cut > 0) return cut
  const first = pieces[0] ?? coreEnd
  const smaller = pieceEnds(text, start, first, [])
  const within = smaller.length > 1 ? lastThat(smaller, (one) => allowed(start, one)) : -1
  if (within > 0) return within
  const points = codePointEnds(text, start, smaller[0] ?? first).filter(
    (one) => text.slice(start, one).trim() !== '',
  )
  const point = lastThat(points, (one) => allowed(start, one))
  return point > 0 ? point : (points[0] ?? first)
}

/** Where to cut when a word fits but the white space after it doesn't. */
function cutSpace(
  { text, allowed }: Pick<Cutting, 'text' | 'allowed'>,
  { start, coreEnd, end, pieces }: { start: number; coreEnd: number; end: number; pieces: number[] },
): number {
  const beforeLast = pieces.at(-2)
  const spaces = codePointEnds(text, coreEnd, end)
  if (end === text.length) {
    return beforeLast !== undefined && allowed(beforeLast, end) ? beforeLast : end
  }
  const cut = lastThat(spaces, (one) => allowed(start, one))
  const from = cut > 0 ? cut : coreEnd
  // White space may lead the next part, as long as that keeps room for some of the text.
  return allowed(from, codePointEnds(text, end, end + 2)[0] ?? end) ? from : end
}

function partsOf(cutting: Cutting): string[] {
  const { text, breaks } = cutting
  const { tokens } = breaks
  const parts: string[] = []
  let start = 0
  let token = 0
  while (token < tokens.length) {
    const last = lastToken(cutting, token, start)
    if (last >= tokens.length - 1) {
      parts.push(text.slice(start))
      break
    }
    const best = last >= token ? bestToken(cutting, token, last) : token
    const end = last >= token ? (tokens[best]?.end ?? text.length) : cutInside(cutting, token, start)
    parts.push(text.slice(start, end))
    start = end
    const { coreEnd = end, end: tokenEnd = end } = tokens[best] ?? {}
    // White space that leads the next part goes along with the next token.
    token = end >= coreEnd || end >= tokenEnd ? best + 1 : best
  }
  return parts
}

/**
 * A text as parts that each fit a network: broken at paragraphs where that fills a part halfway, else at sentences,
 * clauses, words; inside a word only where it is too long for a part, between graphemes. Links, mentions, hashtags and
 * emoji stay whole as long as they fit by themselves.
 *
 * Without numbers nothing is lost: the parts joined are the text, white space stays at the end of the part before it.
 * With numbers each part is trimmed at its end and gets " n/m". A text of white space gives no parts. Every part counts
 * at most `limit`; the only exceptions are a single code point that counts more, and a run of white space that is
 * longer than a part. The same text always gives the same parts.
 */
export function splitText(text: string, network: Network, options: SplitOptions = {}): string[] {
  const { number = false, limit = rules[network].limit, language } = options
  if (text.trim() === '') return []
  if (!number) {
    if (fits(text, network, limit)) return [text]
    const breaks = breaksOf(text, network, language)
    const allowed = (start: number, end: number) => fits(text.slice(start, end), network, limit)
    return partsOf({ text, breaks, limit, trimmed: false, allowed })
  }
  const whole = text.trimEnd()
  if (fits(whole, network, limit)) return [whole]
  const breaks = breaksOf(whole, network, language)
  const fewest = (breaks.lengthBefore.at(-1) ?? 0) / limit
  // The number's width depends on how many parts there are, and that on its width: widen until it holds.
  for (let most = 9; ; most = most * 10 + 9) {
    if (fewest > most) continue
    const suffix = numberSuffix(most, most)
    const allowed = (start: number, end: number) =>
      fits(whole.slice(start, end).trimEnd() + suffix, network, limit)
    const parts = partsOf({ text: whole, breaks, limit: limit - suffix.length, trimmed: true, allowed })
    if (parts.length <= most) return numberTexts(parts)
  }
}
