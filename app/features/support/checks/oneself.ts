import { strengths } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import { type Check, rangeOf } from './check.ts'
import { hasConverse } from './roles.ts'

const doing = new Set('i we ich wir yo nosotros nosotras'.split(' '))
const done = new Set('me us mich mir uns'.split(' '))
const spanishDone = /^(?:me|nos)$/u

/** So much of a claim has to be found. */
const enough = 0.75

/** "I taught her" for "she taught me": the author does what is done to them in the source, or the other way round. */
export const checkOneself: Check = ({ alignment, source, likeness }) => {
  if (!likeness || alignment.coverage < enough) return []
  const { claim, places, chosen } = alignment
  const { tag } = source.language
  for (const [verb, place] of places) {
    const statement = source.sentences[place.sentence]
    const token = claim.tokens[verb]
    if (!statement || !token || place.sentence !== chosen[0] || place.strength < strengths.same) continue
    if (token.capital !== 'none') continue
    const [ours, theirs] = [partOf(claim, verb, tag), partOf(statement, place.token, tag)]
    if (!ours || !theirs || ours === theirs || hasConverse(claim, statement)) continue
    return [{ code: 'roles-exchanged', at: rangeOf(token), found: statement.text.trim() }]
  }
  return []
}

/** Which part the author has in the clause of a verb, where they have but one. */
function partOf({ tokens }: Statement, verb: number, language: string): 'doer' | 'other' | null {
  const clause = tokens.filter(({ clause: own }) => own === tokens[verb]?.clause)
  const isDoing = clause.some(({ lower }) => doing.has(lower))
  const isDone = clause.some(({ lower }) => (language === 'es' ? spanishDone.test(lower) : done.has(lower)))
  if (isDoing === isDone) return null
  return isDoing ? 'doer' : 'other'
}
