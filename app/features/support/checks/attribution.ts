import type { Range } from '#app/features/segmentation/sentences.ts'
import type { SourceIndex } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import type { Token } from '../tokens.ts'
import type { Reason } from '../verdict.ts'
import { shareOne } from './contrast.ts'
import { type NameRun, nameRunsOf } from './name-runs.ts'
import { isSaid, quotesIn } from './quotes.ts'

/** How many words from a quotation whom it is from may be named. */
const besideQuote = 6
/** So many sentences before one that only says "she said" tell who that is. */
const namedBefore = 3

type Named = { tokens: Token[] }

/** A quotation given to somebody else than the source gives it to. */
export function checkAttribution(
  tweet: string,
  claims: readonly Statement[],
  { source, locate }: { source: SourceIndex; locate: (quotes: string[]) => Range[] },
): Reason[] {
  return quotesIn(tweet).flatMap((quote): Reason[] => {
    const [place] = locate([quote.text.replace(/[\s.,;:!?…。、！？]+$/u, '').trim()])
    const claim = claims.find(({ start, end }) => quote.start < end && quote.end > start)
    if (!place || !claim || !isSaid(quote.text, source.language.tag)) return []
    const ours = namesOutside(claim, quote, source, Number.POSITIVE_INFINITY)
    const [said] = ours
    if (!said) return []
    const theirs = speakersOf(place, source)
    const [rival] = theirs
    if (!rival || ours.some((one) => theirs.some((other) => shareOne(one.tokens, other.tokens)))) return []
    return [
      {
        code: 'name-of-another',
        at: { start: said.tokens[0]?.start ?? claim.start, end: said.tokens.at(-1)?.end ?? claim.end },
        found: rival.tokens.map(({ text }) => text).join(' '),
      },
    ]
  })
}

/** Who is named beside a quotation; where nobody is, whom its sentence names elsewhere and the sentences before do. */
function speakersOf(place: Range, source: SourceIndex): Named[] {
  const first = source.sentences.findIndex(({ end }) => end > place.start)
  const last = source.sentences.findIndex(({ end }) => end >= place.end)
  const within = [...new Set([first, last])].flatMap((index) => source.sentences[index] ?? [])
  const near = within.flatMap((statement) => namesOutside(statement, place, source, besideQuote))
  if (near.length > 0) return near
  const isAlone = within.every(({ tokens }) => tokens.every((token) => isInside(token, place)))
  const before = Array.from({ length: namedBefore }, (_, back) => source.sentences[first - 1 - back])
  const others = [...(isAlone ? [source.sentences[last + 1]] : []), ...before]
  return [...within, ...others].flatMap((statement) =>
    statement ? namesOutside(statement, place, source, Number.POSITIVE_INFINITY) : [],
  )
}

const isInside = ({ start, end }: Range, quote: Range) => start >= quote.start && end <= quote.end

/** The names of a sentence outside of a quotation, at most so many words from it. */
function namesOutside(statement: Statement, quote: Range, source: SourceIndex, most: number): Named[] {
  const { tokens } = statement
  const before = tokens.findLastIndex(({ end }) => end <= quote.start)
  const after = tokens.findIndex(({ start }) => start >= quote.end)
  return nameRunsOf(statement, source)
    .filter(
      ({ from, to }: NameRun) =>
        (to <= before && before - to < most) || (after >= 0 && from >= after && from - after < most),
    )
    .map(({ from, to }) => ({ tokens: tokens.slice(from, to + 1) }))
}
