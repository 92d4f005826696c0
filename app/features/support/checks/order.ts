import type { SourceIndex } from '../source-index.ts'
import { strengths } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import type { Reason } from '../verdict.ts'
import { type Check, type Evidence, rangeOf } from './check.ts'
import { looksBack, type Order, ordersOf } from './order-words.ts'

type Place = { sentence: number; token: number }
type Told = { word: Place; earlier: Place[]; later: Place[] }

/** "A before B" where the source has B before A, by its words of order or by what it tells first. */
export const checkOrder: Check = (evidence) => {
  const { alignment, source, previous } = evidence
  const { claim } = alignment
  const orders = ordersOf(claim, source.language.tag)
  if (orders.length === 0) return []
  const told = toldAround(evidence)
  for (const order of orders) {
    const before = previous ? placesOf(previous.claim.content, { ...evidence, alignment: previous }) : []
    const earlier = order.before === 'earlier' ? before : placesOf(order.earlier, evidence)
    const later = order.before === 'later' ? before : placesOf(order.later, evidence)
    if (earlier.length === 0 || later.length === 0) continue
    let [kept, turned] = [0, 0]
    let rival: Place | null = null
    for (const each of told) {
      kept += holds(each.earlier, earlier) * holds(each.later, later)
      const against = holds(each.earlier, later) * holds(each.later, earlier)
      turned += against
      if (against > 0) rival ??= each.word
    }
    if (kept + turned === 0 && isToldTheOtherWay(earlier, later, claim, order, source)) {
      turned = 1
      rival = later[0] ?? null
    }
    if (turned <= kept) continue
    const word = claim.tokens[order.word]
    const there = rival && source.sentences[rival.sentence]?.tokens[rival.token]
    const reason: Reason | null = word
      ? { code: 'order-exchanged', at: rangeOf(word), found: there?.text ?? null }
      : null
    if (reason) return [reason]
  }
  return []
}

const holds = (all: readonly Place[], some: readonly Place[]) =>
  some.filter((one) => all.some((other) => other.sentence === one.sentence && other.token === one.token))
    .length

/** Where a claim's words stand in the sentences that were chosen for it, each word wherever it stands there. */
function placesOf(words: readonly number[], { alignment, source }: Evidence): Place[] {
  return words.flatMap((at) => {
    const sense = alignment.claim.tokens[at]?.sense
    if (!sense) return []
    return source
      .find(sense)
      .filter(
        ({ sentence, strength }) => strength > strengths.opposite && alignment.chosen.includes(sentence),
      )
  })
}

/** What the sentences that were chosen, and those right after them, tell of what came first. */
function toldAround({ alignment, source, previous }: Evidence): Told[] {
  const chosen = [...alignment.chosen, ...(previous?.chosen ?? [])]
  const near = new Set(chosen.flatMap((sentence) => [sentence, sentence + 1]))
  return [...near].flatMap((sentence) => {
    const statement = source.sentences[sentence]
    if (!statement) return []
    return ordersOf(statement, source.language.tag).map(({ word, earlier, later, before }) => {
      const here = (words: readonly number[]) => words.map((token) => ({ sentence, token }))
      const previous = (source.sentences[sentence - 1]?.content ?? []).map((token) => ({
        sentence: sentence - 1,
        token,
      }))
      return {
        word: { sentence, token: word },
        earlier: [...here(earlier), ...(before === 'earlier' ? previous : [])],
        later: [...here(later), ...(before === 'later' ? previous : [])],
      }
    })
  })
}

/** Whether one sentence tells in two parts what the claim puts the other way round, and no word of it looks back. */
function isToldTheOtherWay(
  earlier: readonly Place[],
  later: readonly Place[],
  claim: Statement,
  order: Order,
  source: SourceIndex,
): boolean {
  const [sentence] = [earlier[0]?.sentence ?? -1]
  const statement = source.sentences[sentence]
  if (!statement || order.before || looksBack(statement) || looksBack(claim)) return false
  if (ordersOf(statement, source.language.tag).length > 0) return false
  const own = (some: readonly Place[], others: readonly Place[]) =>
    some.filter((one) => one.sentence === sentence && !holds(others, [one])).map(({ token }) => token)
  const [first, then] = [own(earlier, later), own(later, earlier)]
  if (first.length < 2 || then.length < 2) return false
  const clauseOf = (token: number) => statement.tokens[token]?.clause ?? 0
  return middleOf(first.map(clauseOf)) > middleOf(then.map(clauseOf))
}

const middleOf = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
