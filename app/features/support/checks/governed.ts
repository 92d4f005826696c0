import type { SourceIndex } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import { isWrittenAsName, type Token } from '../tokens.ts'
import { denies } from './contrast.ts'

export type Governed = { denial: number; governed: Set<number> }

const until = /^(?:until|till|hasta|bis)$/u

/** "Didn't arrive until May", "no llegó hasta mayo": it did, then. */
export function isUntil(tokens: readonly Token[], at: number): boolean {
  const isDenial = /^(?:not|no|.*n't)$/u.test(tokens[at]?.lower ?? '')
  return isDenial && tokens.slice(at + 1, at + 6).some(({ lower }) => until.test(lower))
}

/** "Die Bahn fährt bis zum Herbst nicht": the verb stands second, far from what denies it. */
function finiteBefore(tokens: readonly Token[], content: readonly number[], at: number): number | undefined {
  return content.find((place) => {
    const { capital, lower = '', clause } = tokens[place] ?? {}
    const isBeforeNoun = tokens[place + 1]?.capital === 'inside'
    return (
      place < at &&
      clause === tokens[at]?.clause &&
      capital === 'none' &&
      !isBeforeNoun &&
      /(?:t|en)$/u.test(lower)
    )
  })
}

const infinitive = /^(?:to|de|zu)$/u

/** The denials of a sentence with the words that each governs: the next with content; in Japanese the one before. */
export function denialsOf({ tokens, content }: Statement, { language }: SourceIndex): Governed[] {
  const isContent = new Set(content)
  const found: Governed[] = []
  const isNoun = (place: number) => {
    const token = tokens[place]
    return token !== undefined && isWrittenAsName(token)
  }
  for (const [at, token] of tokens.entries()) {
    // "Water, not wine": what is set against another is denied by itself.
    if (!denies(token) || (/,/u.test(token.gap) && at > 0 && /^(?:not|nicht)$/u.test(token.lower))) continue
    if (isUntil(tokens, at)) continue
    const governed = new Set<number>()
    const mayGovern = (place: number) =>
      tokens[place]?.clause === token.clause && (!isNoun(place) || /^kein/u.test(token.lower))
    // "Fährt nicht mehr" denies the verb.
    const isLast = (place: number) => place === at + 1 && tokens[place]?.lower === 'mehr'
    const next = content.find((place) => place > at && mayGovern(place) && !isLast(place))
    const before = content.findLast((place) => place < at && mayGovern(place))
    if (language.tag === 'ja') {
      if (before !== undefined) governed.add(before)
    } else {
      if (next !== undefined && next - at <= 5) {
        governed.add(next)
        // "No duty to publish": what there is none of would be done.
        const then = content.find((place) => place > next && mayGovern(place))
        if (then !== undefined && then - next === 2 && infinitive.test(tokens[next + 1]?.lower ?? ''))
          governed.add(then)
      }
      if (language.tag === 'de' && before !== undefined && at - before <= 3 && !/^kein/u.test(token.lower))
        governed.add(before)
      const verb = language.tag === 'de' && next === undefined ? finiteBefore(tokens, content, at) : undefined
      if (verb !== undefined) governed.add(verb)
      if (governed.size === 0 && before !== undefined) governed.add(before)
    }
    if (isContent.has(at)) governed.add(at)
    found.push({ denial: at, governed })
  }
  return found
}
