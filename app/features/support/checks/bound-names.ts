import { type SourceIndex, strengths } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import type { Token } from '../tokens.ts'
import type { Reason } from '../verdict.ts'
import type { Check } from './check.ts'
import { shareOne } from './contrast.ts'
import { type NameRun, nameRunsOf } from './name-runs.ts'
import { isNameLike } from './same-kind.ts'

/** How many small words may stand between a name and the word that it goes with: "goal by the Dane X". */
const mostBetween = 2

/** So much of a claim has to be found: a free retelling sets a name beside words that another has in the source. */
const enough = 0.78

/** A word beside a name, and the small words between the two: none in "Mayor X", "der Belgier X". */
type Anchor = { at: number; side: 'before' | 'after'; between: string }

/** Another name beside the same word: "Mayor Petra Olin" where the source has "Mayor Helena Strand". */
export const checkBoundNames: Check = ({ alignment: { claim, chosen, coverage }, source }) => {
  if (coverage < enough) return []
  const reasons: Reason[] = []
  for (const run of nameRunsOf(claim, source)) {
    const other = otherBehind(claim, run, source)
    const found = other
      ? [other]
      : anchorsOf(claim, run).map((anchor) => rivalAt(claim, run, anchor, chosen, source))
    if (found.includes('same')) continue
    const rival = found.find((each) => each !== null && each !== 'same')
    const [first, last] = [claim.tokens[run.from], claim.tokens[run.to]]
    if (!rival || rival === 'same' || !first || !last) continue
    reasons.push({ code: 'name-of-another', at: { start: first.start, end: last.end }, found: rival })
  }
  return reasons
}

/** "Ann Brook", "der Belgier Brook" where the source has Ann Reed, the Belgian Reed: what it has with the first word. */
function otherBehind(claim: Statement, { from, to }: NameRun, source: SourceIndex): string | null {
  for (let at = from; at < to; at += 1) {
    const other = behind(claim.tokens[at], claim.tokens.slice(at + 1, to + 1), source)
    if (other) return other
  }
  return null
}

const titles = /^(?:dr|prof|mr|mrs|ms|sir|herr|frau)$/u

/** What the source has behind a word of a name, if that is never what the claim has behind it. */
function behind(first: Token | undefined, rest: readonly Token[], source: SourceIndex): string | null {
  if (!first) return null
  let other: string | null = null
  for (const { sentence, token: at, strength } of source.find(first.sense)) {
    const statement = source.sentences[sentence]
    if (!statement || strength < strengths.same) continue
    const run = nameRunsOf(statement, source).find((each) => at >= each.from && at <= each.to)
    const theirs = run ? statement.tokens.slice(at + 1, run.to + 1) : []
    if (shareOne(rest, theirs)) return null
    if (theirs.some(({ lower }) => !titles.test(lower)))
      other ??= source.text.slice(statement.tokens[at]?.start, theirs.at(-1)?.end)
  }
  return other
}

function anchorsOf({ tokens }: Statement, { from, to }: NameRun): Anchor[] {
  const clause = tokens[from]?.clause
  const walk = (start: number, step: 1 | -1): Anchor[] => {
    let between = ''
    for (let at = start, count = 0; count <= mostBetween; at += step, count += 1) {
      const token = tokens[at]
      if (!token || token.clause !== clause) return []
      if (!token.isFunction) return [{ at, side: step < 0 ? 'before' : 'after', between }]
      between = step < 0 ? `${token.lower} ${between}` : `${between}${token.lower} `
    }
    return []
  }
  return [...walk(from - 1, -1), ...walk(to + 1, 1)]
}

/** What the source names beside the same word: the same, another (its text), or nobody (null). */
function rivalAt(
  claim: Statement,
  run: NameRun,
  { at, side, between }: Anchor,
  chosen: readonly number[],
  source: SourceIndex,
): string | 'same' | null {
  const token = claim.tokens[at]
  if (!token || isNameLike(token, source)) return null
  const own = claim.tokens.slice(run.from, run.to + 1)
  let rival: string | null = null
  for (const { sentence, token: place, strength } of source.find(token.sense)) {
    const statement = source.sentences[sentence]
    if (!statement || strength < strengths.synonym) continue
    const there = runBeside(statement, place, side, source)
    if (!there) continue
    const theirs = statement.tokens.slice(there.from, there.to + 1)
    if (areSameName(own, theirs)) return 'same'
    if (!chosen.includes(sentence)) continue
    if (there.between !== between) continue
    if ((between !== '' || side === 'after') && shareOne(own.slice(-1), statement.tokens)) continue
    rival ??= source.text.slice(theirs[0]?.start, theirs.at(-1)?.end)
  }
  return rival
}

/** "Ocampo" and "Luis Ocampo", but not "Ann Reed" and "Ann Brook". */
function areSameName(some: readonly Token[], others: readonly Token[]): boolean {
  const holds = (all: readonly Token[], part: readonly Token[]) =>
    part.every((token) => shareOne([token], all))
  return holds(some, others) || holds(others, some)
}

function runBeside(
  statement: Statement,
  place: number,
  side: 'before' | 'after',
  source: SourceIndex,
): (NameRun & { between: string }) | null {
  const step = side === 'before' ? 1 : -1
  const { tokens } = statement
  let between = ''
  for (let at = place + step, count = 0; count <= mostBetween; at += step, count += 1) {
    const token = tokens[at]
    if (!token || token.clause !== tokens[place]?.clause) return null
    if (token.isFunction) {
      between = step > 0 ? `${between}${token.lower} ` : `${token.lower} ${between}`
      continue
    }
    const run = nameRunsOf(statement, source).find(({ from, to }) => at >= from && at <= to)
    return run ? { ...run, between } : null
  }
  return null
}
