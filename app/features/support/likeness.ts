import type { Alignment } from './align.ts'
import { sameQuantity } from './quantities/agree.ts'
import { agree } from './quantities/calendar-date.ts'
import { type SourceIndex, strengths } from './source-index.ts'
import type { Statement } from './statement.ts'
import { isWrittenAsName } from './tokens.ts'
import { compareWording, type Wording } from './wording.ts'

/** A word or a number of the claim that stands in the source's sentence too, with its place in both. */
export type Pair = {
  kind: 'name' | 'word' | 'number'
  /** What a number counts or measures; null for words. */
  measure: string | null
  /** Places in the texts, for their order. */
  ours: number
  theirs: number
  /** Places in the tokens; null for numbers. */
  claim: number | null
  source: number | null
}

export type Likeness = {
  statement: Statement
  sentence: number
  pairs: Pair[]
  /** Share of the claim's words and numbers that stand in the sentence, in whatever order. */
  bag: number
  /** Share of all its words, grammar included, that stand there in the same order. */
  sequence: number
  wording: Wording
}

/** How near a claim is to the wording of the sentence that holds most of it. Null where there is none. */
export function likenessTo(alignment: Alignment, source: SourceIndex): Likeness | null {
  const { claim, places, chosen } = alignment
  const [sentence] = chosen
  const statement = sentence === undefined ? undefined : source.sentences[sentence]
  if (sentence === undefined || !statement) return null
  const wording = compareWording(claim, statement)
  // Of a word that stands there twice the one in the same order is meant.
  const inOrder = new Map(wording.pairs)
  const pairs: Pair[] = []
  for (const at of claim.content) {
    const place = places.get(at)
    const token = claim.tokens[at]
    const there = place?.sentence === sentence ? (inOrder.get(at) ?? place.token) : -1
    const other = statement.tokens[there]
    if (!token || !place || !other || place.strength <= strengths.opposite) continue
    const isName =
      isWrittenAsName(other) ||
      (other.capital === 'first' && (source.isName(other.sense.stem) || !source.language.knows(other.lower)))
    const kind = isName && source.language.tag !== 'de' ? 'name' : 'word'
    pairs.push({
      kind,
      measure: null,
      ours: token.start,
      theirs: other.start,
      claim: at,
      source: there,
    })
  }
  const numbers = claim.quantities.length + claim.dates.length
  pairs.push(...numberPairs(claim, statement))
  const all = claim.content.length + numbers
  return {
    statement,
    sentence,
    pairs,
    bag: all === 0 ? 0 : pairs.length / all,
    sequence: wording.share,
    wording,
  }
}

function numberPairs(claim: Statement, statement: Statement): Pair[] {
  const pairs: Pair[] = []
  const used = new Set<object>()
  const pair = (ours: { start: number }, theirs: { start: number } | undefined, measure: string) => {
    if (!theirs || used.has(theirs)) return
    used.add(theirs)
    pairs.push({ kind: 'number', measure, ours: ours.start, theirs: theirs.start, claim: null, source: null })
  }
  for (const quantity of claim.quantities)
    pair(
      quantity,
      statement.quantities.find((other) => !used.has(other) && sameQuantity(quantity, other)),
      quantity.currency ?? quantity.unit ?? 'count',
    )
  for (const date of claim.dates)
    pair(
      date,
      statement.dates.find((other) => !used.has(other) && agree(date, other)),
      'date',
    )
  return pairs
}
