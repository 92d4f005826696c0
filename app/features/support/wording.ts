import type { Statement } from './statement.ts'
import type { Token } from './tokens.ts'

/**
 * A stretch in which a claim differs from a sentence of the source, between two words that both have: places of the
 * tokens that only one of them has. At an end of the claim only the next token of the sentence counts as its other side.
 */
export type Edit = {
  ours: number[]
  theirs: number[]
  isInside: boolean /** The claim's next common word. */
  next: number
}

/** How a claim's words stand against a sentence's, grammar included. */
export type Wording = {
  /** Places of the words that both have in the same order: the claim's, the sentence's. */
  pairs: readonly (readonly [number, number])[]
  /** Their share of the claim's words. */
  share: number
  edits: readonly Edit[]
}

/** So many words more of the sentence's clause are looked at where the claim begins or ends. */
const mostBeside = 2

/** Of texts without full stops no more words are compared: a table of both is made. */
const mostWords = { ours: 400, theirs: 4000 }

/** The longest run of words that both have in the same order, with others between, and what differs around it. */
export function compareWording({ tokens }: Statement, statement: Statement): Wording {
  const theirs = statement.tokens
  const pairs = commonRun(tokens.slice(0, mostWords.ours), theirs.slice(0, mostWords.theirs))
  const edits: Edit[] = []
  let [from, fromThere] = [0, 0]
  for (const [at, there] of [...pairs, [tokens.length, theirs.length] as const]) {
    const isFirst = from === 0
    const isLast = at === tokens.length
    const gap = span(from, at)
    const beside = Math.max(gap.length, mostBeside)
    const ofClause = (place: number) => (at: number) => theirs[at]?.clause === theirs[place]?.clause
    const gapThere = isFirst
      ? span(Math.max(fromThere, there - beside), there).filter(ofClause(there))
      : isLast
        ? span(fromThere, Math.min(there, fromThere + beside)).filter(ofClause(fromThere - 1))
        : span(fromThere, there)
    if (gap.length + gapThere.length > 0)
      edits.push({ ours: gap, theirs: gapThere, isInside: !isFirst && !isLast, next: at })
    from = at + 1
    fromThere = there + 1
  }
  return { pairs, share: tokens.length === 0 ? 0 : pairs.length / tokens.length, edits }
}

const span = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)

function commonRun(ours: readonly Token[], theirs: readonly Token[]): (readonly [number, number])[] {
  const width = theirs.length + 1
  const keysThere = theirs.map(({ sense }) => sense.keys[0] ?? -1)
  const keys = ours.map(({ sense }) => sense.keys[0] ?? -2)
  const lengths = new Uint16Array((ours.length + 1) * width)
  for (let x = ours.length - 1; x >= 0; x -= 1)
    for (let y = theirs.length - 1; y >= 0; y -= 1) {
      const at = x * width + y
      const [down = 0, right = 0, both = 0] = [lengths[at + width], lengths[at + 1], lengths[at + width + 1]]
      lengths[at] = keys[x] === keysThere[y] ? both + 1 : Math.max(down, right)
    }
  const pairs: (readonly [number, number])[] = []
  let [x, y] = [0, 0]
  while (x < ours.length && y < theirs.length) {
    const at = x * width + y
    if (keys[x] === keysThere[y]) {
      pairs.push([x, y])
      x += 1
      y += 1
    } else if ((lengths[at + width] ?? 0) >= (lengths[at + 1] ?? 0)) x += 1
    else y += 1
  }
  return pairs
}
