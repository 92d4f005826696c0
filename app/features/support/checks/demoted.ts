import { type SourceIndex, strengths } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import { type Check, rangeOf } from './check.ts'
import { areAlike } from './contrast.ts'
import { nameRunsOf } from './name-runs.ts'
import { type Role, roleOf } from './role-of.ts'
import { hasConverse } from './roles.ts'

/** From this share of its words in the sentence's order on, marks and the order tell who does what. */
const enoughInOrder = 0.4
/** So much of a claim has to be found. */
const enough = 0.8

type Somebody = { from: number; to: number }

/** Who does something in the claim and has it done to them in the source, or the other way round: "A pays B" for "B pays A". */
export const checkDemoted: Check = ({ alignment, source, likeness }) => {
  const { claim, chosen, places } = alignment
  if (!likeness || likeness.sequence < enoughInOrder) return []
  if (Math.max(likeness.bag, alignment.coverage) < enough) return []
  const { tag } = source.language
  const ours = partiesOf(claim, source)
  for (const sentence of chosen.slice(0, 2)) {
    const statement = source.sentences[sentence]
    if (!statement) continue
    const theirs = partiesOf(statement, source)
    for (const [verb, place] of places) {
      if (place.sentence !== sentence || place.strength < strengths.synonym) continue
      if (!mayBeVerb(claim, verb, tag) || !mayBeVerb(statement, place.token, tag)) continue
      for (const one of ours) {
        const role = roleOf(claim, one, verb, tag)
        if (!role) continue
        // In German the article tells by itself.
        const isPaired = ours.some((other) => other !== one && isPartner(claim, other, verb, role, tag))
        if (tag !== 'de' && !isPaired) continue
        const same = theirs.filter((other) => areSame(claim, one, statement, other))
        const roles = new Set(same.flatMap((other) => roleOf(statement, other, place.token, tag) ?? []))
        if (roles.size !== 1 || roles.has(role) || hasConverse(claim, statement)) continue
        const [first, last] = [claim.tokens[one.from], claim.tokens[one.to]]
        if (!first || !last) continue
        return [
          {
            code: 'roles-exchanged',
            at: { start: rangeOf(first).start, end: last.end },
            found: statement.text.trim(),
          },
        ]
      }
    }
  }
  return []
}

/** Whether somebody has the other role beside the same verb. */
const isPartner = (claim: Statement, other: Somebody, verb: number, role: Role, language: string) => {
  const its = roleOf(claim, other, verb, language)
  return its !== null && its !== role
}

/** Those who may do something: names; where marks tell, all nouns. */
function partiesOf(statement: Statement, source: SourceIndex): readonly Somebody[] {
  const { tag } = source.language
  // をめぐって is no one.
  const isNoun = (at: number) => !/^\p{Script=Hiragana}/u.test(statement.tokens[at]?.text ?? '')
  if (tag === 'ja') return statement.content.filter(isNoun).map((at) => ({ from: at, to: at }))
  if (tag !== 'de') return nameRunsOf(statement, source)
  return statement.content.flatMap((at) =>
    statement.tokens[at]?.capital === 'none' ? [] : [{ from: at, to: at }],
  )
}

/** A word that is no noun as far as can be seen. */
function mayBeVerb({ tokens, content }: Statement, at: number, language: string): boolean {
  const token = tokens[at]
  if (!token || !content.includes(at)) return false
  if (language === 'ja')
    return verbal.test(tokens[at + 1]?.text ?? '') || /\p{Script=Han}\p{Script=Hiragana}+$/u.test(token.text)
  return token.capital === 'none' && (language !== 'de' || /(?:t|en|te|ten|rn|ln)$/u.test(token.lower))
}

/** What the word breaker leaves of a Japanese verb after its kanji: 食・べた, 通・った. */
const verbal = /^(?:[しすさせっ]|[いえきぎけげせちてねびべみめりれ][たてるまな])/u

const areSame = (claim: Statement, one: Somebody, statement: Statement, other: Somebody) =>
  claim.tokens
    .slice(one.from, one.to + 1)
    .some((token) => statement.tokens.slice(other.from, other.to + 1).some((their) => areAlike(token, their)))
