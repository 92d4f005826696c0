import type { Alignment } from '../align.ts'
import { type SourceIndex, strengths } from '../source-index.ts'
import type { Token } from '../tokens.ts'
import type { Reason } from '../verdict.ts'
import { type Check, chosenStatements, rangeOf } from './check.ts'
import { partsOf } from './parts.ts'

/** Share of a claim, by weight, below which the source is held not to say it. */
const leastCoverage = 0.35
/** The same where a number or a date of the claim is found with it. */
const leastWithNumber = 0.25
/** The most words one after another that the source needn't have in a claim that it backs otherwise: anywhere, and at its end. */
const longestNewRun = 3
/** A Japanese claim ends with its verb, and what goes with that; a free retelling ends in words of its own more often. */
const longestNewEnd = (language: string, sequence: number) =>
  language === 'ja' || sequence < nearWording ? 2 : 1
const nearWording = 0.6
/** Share of a claim without numbers, by weight, that has to stand in one sentence: at all, and where the rest is far from it. */
const leastTogether = 0.3
const leastWithFar = 0.46
/** How many sentences away is far. */
const far = 3

/** Something that the source doesn't say: too little of the claim is found in it, or nothing of a part of the claim. */
export const checkCoverage: Check = ({ alignment, source, likeness }) => {
  const { claim, coverage, places, numbers } = alignment
  if (claim.content.length === 0) return []
  const least = numbers.some(({ isFound }) => isFound) ? leastWithNumber : leastCoverage
  const isHeld = () => isHeldByParts(alignment, source) || retellsOne(alignment, source)
  if (coverage < least || (isGathered(alignment, source) && !isHeld()))
    return [{ code: 'not-in-source', at: rangeOf(claim), found: null }]
  const reasons: Reason[] = []
  let run: number[] = []
  const isBroken = (from: number, to: number) =>
    numbers.some(({ start, isFound }) => isFound && start > from && start < to)
  for (const at of [...claim.content, null]) {
    const [lastOfRun, next] = [claim.tokens[run.at(-1) ?? -1], claim.tokens[at ?? -1]]
    if (lastOfRun && next && isBroken(lastOfRun.start, next.start)) run = []
    if (at !== null && !places.has(at)) {
      run.push(at)
      continue
    }
    // "…, says the author": who tells it is no part of it.
    if (run.length <= 2 && run.some((place) => claim.tokens[place]?.sense.roles.has('speech'))) run = []
    const [first, last] = [claim.tokens[run[0] ?? -1], claim.tokens[run.at(-1) ?? -1]]
    const isEnd = at === null && !numbers.some(({ start, isFound }) => isFound && start > (first?.start ?? 0))
    if (
      first &&
      last &&
      run.length > (isEnd ? longestNewEnd(source.language.tag, likeness?.sequence ?? 0) : longestNewRun)
    )
      reasons.push({ code: 'not-in-source', at: { start: first.start, end: last.end }, found: null })
    run = []
  }
  return reasons
}

/** Share of a claim's words, by weight, that stand in the sentence that holds most of it. */
export function shareTogether({ claim, places, chosen }: Alignment, source: SourceIndex): number {
  let [all, together] = [0, 0]
  for (const at of claim.content) {
    const token = claim.tokens[at]
    const place = places.get(at)
    const weight = token ? source.weight(token.sense) : 0
    all += weight
    if (place && place.sentence === chosen[0] && place.strength > strengths.opposite) together += weight
  }
  return all === 0 ? 1 : together / all
}

/** Whether nearly all of each part of a claim is found: a claim that sums up what the source tells here and there. */
function isHeldByParts({ claim, places }: Alignment, source: SourceIndex): boolean {
  const parts = partsOf(claim.tokens)
  const held = new Map<number, { all: number; found: number; count: number }>()
  for (const at of claim.content) {
    const token = claim.tokens[at]
    if (!token) continue
    const part = parts[at] ?? 0
    const known = held.get(part) ?? { all: 0, found: 0, count: 0 }
    const weight = source.weight(token.sense)
    held.set(part, {
      all: known.all + weight,
      found: known.found + (places.has(at) ? weight : 0),
      count: known.count + 1,
    })
  }
  const several = [...held.values()].filter(({ count }) => count > 1)
  return several.length > 1 && several.every(({ all, found }) => found >= all * nearlyAll)
}
const nearlyAll = 0.7

/** So many words of a sentence, and so much of it by weight, make a claim a retelling of it. */
const leastOfSentence = 3
const mostOfSentence = 0.6

/** Whether most of a sentence of the source stands in a claim, which may say it at greater length. */
function retellsOne({ places, chosen }: Alignment, source: SourceIndex): boolean {
  const [sentence = -1] = chosen
  const statement = source.sentences[sentence]
  if (!statement) return false
  const told = [...places.values()]
    .filter((place) => place.sentence === sentence && place.strength > strengths.opposite)
    .map(({ token }) => token)
  const weigh = (all: Iterable<number>) =>
    [...all].reduce(
      (sum, at) => sum + (statement.tokens[at] ? source.weight(statement.tokens[at].sense) : 0),
      0,
    )
  const own = new Set(told)
  return own.size >= leastOfSentence && weigh(own) >= weigh(statement.content) * mostOfSentence
}

/** Whether a claim's words are gathered from here and there: in no sentence of the source is there much of it. */
function isGathered(alignment: Alignment, source: SourceIndex): boolean {
  const { claim, places, chosen, numbers } = alignment
  if (numbers.length > 0) return false
  const isFar = chosen.some((sentence) => Math.abs(sentence - (chosen[0] ?? 0)) > far)
  const unknown = claim.content.filter((at) => !places.has(at)).length
  return shareTogether(alignment, source) < (isFar && unknown > 1 ? leastWithFar : leastTogether)
}

/** "9月から": after a noun or a number it tells where something begins; after a verb why it is. */
const isFrom = (tokens: readonly Token[], at: number) =>
  tokens[at]?.text === 'から' && !/\p{Script=Hiragana}$/u.test(tokens[at - 1]?.text ?? '')

/** A sentence that holds so much of a claim may join what it tells without a word for it: "found asbestos, which took months". */
const toldInOne = 0.7

function isToldInOne(alignment: Alignment, cause: Token, source: SourceIndex): boolean {
  const { claim, places, chosen } = alignment
  // What is given as the cause itself: what follows its word, in Japanese what precedes it.
  const given =
    source.language.tag === 'ja'
      ? claim.content.findLast((at) => (claim.tokens[at]?.end ?? 0) <= cause.start)
      : claim.content.find((at) => (claim.tokens[at]?.start ?? 0) >= cause.end)
  const isGiven = given === undefined || places.get(given)?.sentence === chosen[0]
  return isGiven && shareTogether(alignment, source) >= toldInOne
}

/** "Parado por una avería", "…, was die Arbeiten verzögerte": it may give a cause. */
const article = /^(?:el|la|los|las|una?|su|sus)$/u

/** A cause or a conclusion is given where the source gives one. */
export const checkCauses: Check = (evidence) => {
  const { alignment, source } = evidence
  const { tokens } = alignment.claim
  const cause = tokens.find(({ sense }, at) => sense.roles.has('cause') && !isFrom(tokens, at))
  if (!cause || isToldInOne(alignment, cause, source)) return []
  const near = chosenStatements(evidence).flatMap(({ index, statement }) => [
    statement,
    source.sentences[index + 1],
    source.sentences[index - 1],
  ])
  const isGiven = near.some((statement) => statement?.tokens.some(({ sense }) => sense.roles.has('cause')))
  const own = source.sentences[alignment.chosen[0] ?? -1]?.tokens ?? []
  const mayGive = own.some(
    ({ lower, gap }, at) =>
      (lower === 'por' && article.test(own[at + 1]?.lower ?? '')) ||
      (lower === 'was' && /,/u.test(gap) && source.language.tag === 'de'),
  )
  return isGiven || mayGive ? [] : [{ code: 'cause-not-given', at: rangeOf(cause), found: null }]
}
