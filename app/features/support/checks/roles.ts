import type { SourceIndex } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import type { Reason } from '../verdict.ts'
import { type Check, isName } from './check.ts'

/** Who does what to whom: marked by a particle or a case where the language has them, else by the order around the verb. */
export const checkRoles: Check = ({ claim, places }, source) => {
  const reasons: Reason[] = []
  const placed = claim.content.flatMap((at) => {
    const place = places.get(at)
    return place ? [{ at, ...place }] : []
  })
  for (const [index, first] of placed.entries()) {
    for (const second of placed.slice(index + 1)) {
      if (first.sentence !== second.sentence || first.token === second.token) continue
      const statement = source.sentences[first.sentence]
      if (!statement || !isParty(claim, first.at, source) || !isParty(claim, second.at, source)) continue
      const ours = { statement: claim, a: first.at, b: second.at }
      const theirs = { statement, a: first.token, b: second.token }
      const pivots = placed
        .filter(({ at, sentence }) => sentence === first.sentence && at !== first.at && at !== second.at)
        .map(({ at, token }) => ({ ours: at, theirs: token }))
      if (!areExchanged(ours, theirs, pivots, source)) continue
      const [from, to] = [claim.tokens[first.at], claim.tokens[second.at]]
      if (!from || !to) continue
      reasons.push({
        code: 'roles-exchanged',
        at: { start: from.start, end: to.end },
        found: source.text.slice(
          Math.min(statement.tokens[first.token]?.start ?? 0, statement.tokens[second.token]?.start ?? 0),
          Math.max(statement.tokens[first.token]?.end ?? 0, statement.tokens[second.token]?.end ?? 0),
        ),
      })
      return reasons
    }
  }
  return reasons
}

type PairOf = { statement: Statement; a: number; b: number }
type Pivot = { ours: number; theirs: number }

/** Who can act: a name, or a noun with an article before it. */
function isParty({ tokens }: Statement, at: number, { language, isName: isNameThere }: SourceIndex): boolean {
  const token = tokens[at]
  if (!token) return false
  if (language.tag === 'ja') return roleOf(tokens, at) !== null
  if (language.tag === 'de') return token.capital !== 'none'
  if (isName(token) || (token.capital === 'first' && isNameThere(token.sense.stem))) return true
  const before = tokens.slice(Math.max(0, at - 3), at)
  return before.some(({ lower }) => articles.has(lower)) || token.sense.roles.has('speech')
}

const articles = new Set(
  'the a an his her its their our my this that these el la los las un una su sus este esta der die das den dem des ein eine einen einem einer'.split(
    ' ',
  ),
)

const roles: Record<string, string> = {
  が: 'subject',
  は: 'subject',
  も: 'subject',
  を: 'object',
  に: 'object',
  へ: 'object',
}
const agents = new Set(['によって', 'により'])

/** The role that a particle gives to the noun before it. */
function roleOf(tokens: Statement['tokens'], at: number): string | null {
  for (const token of tokens.slice(at + 1, at + 4)) {
    if (agents.has(token.text)) return 'agent'
    const role = roles[token.text]
    if (role) return role
    if (token.gap !== '' || /^[\p{Script=Hiragana}]+$/u.test(token.text)) return null
  }
  return null
}

const cases: Record<string, string> = {
  den: 'object',
  dem: 'object',
  einen: 'object',
  einem: 'object',
  der: 'subject',
  ein: 'subject',
}

function caseOf(tokens: Statement['tokens'], at: number): string | null {
  for (const token of tokens.slice(Math.max(0, at - 3), at).reverse()) {
    const found = cases[token.lower]
    if (found) return found
    if (/^(?:die|das|des|eine|einer)$/u.test(token.lower)) return null
  }
  return null
}

function areExchanged(ours: PairOf, theirs: PairOf, pivots: readonly Pivot[], source: SourceIndex): boolean {
  const { language } = source
  if (language.tag === 'ja') return exchangedByMark(ours, theirs, roleOf)
  if (language.tag === 'de') {
    const marks = [caseOf(ours.statement.tokens, ours.a), caseOf(theirs.statement.tokens, theirs.a)]
    const others = [caseOf(ours.statement.tokens, ours.b), caseOf(theirs.statement.tokens, theirs.b)]
    if (marks[0] && marks[1] && marks[0] === marks[1] && others[0] === others[1]) return false
  }
  const isCrossed = ours.a < ours.b !== theirs.a < theirs.b
  const between = (pair: PairOf, at: number) => at > Math.min(pair.a, pair.b) && at < Math.max(pair.a, pair.b)
  const pivot = pivots.find((each) => between(ours, each.ours) && between(theirs, each.theirs))
  if (!pivot) return false
  const passive = isPassive(ours, source) !== isPassive(theirs, source)
  const converse = isConverse(ours, theirs, pivot)
  return isCrossed !== (passive || converse) && isCrossed
}

/** Both have changed their marks for the other's. */
function exchangedByMark(
  ours: PairOf,
  theirs: PairOf,
  markOf: (tokens: Statement['tokens'], at: number) => string | null,
): boolean {
  const [a, b] = [markOf(ours.statement.tokens, ours.a), markOf(ours.statement.tokens, ours.b)]
  const [c, d] = [markOf(theirs.statement.tokens, theirs.a), markOf(theirs.statement.tokens, theirs.b)]
  if (!a || !b || !c || !d || a === b) return false
  return a === d && b === c
}

function isPassive({ statement, a, b }: PairOf, { language }: SourceIndex): boolean {
  const between = statement.tokens.slice(Math.min(a, b), Math.max(a, b) + 1)
  const agent = between.findIndex(({ sense }) => sense.roles.has('agent'))
  if (agent < 0) return false
  if (language.tag === 'de') return statement.tokens.some(({ sense }) => sense.roles.has('auxiliary'))
  return between.slice(0, agent).some(({ sense }) => sense.roles.has('auxiliary')) || language.tag === 'es'
}

function isConverse(ours: PairOf, theirs: PairOf, { ours: at, theirs: place }: Pivot): boolean {
  const token = ours.statement.tokens[at]
  const other = theirs.statement.tokens[place]
  if (!token || !other) return false
  return token.sense.sides.some(
    (side) =>
      side.converse && other.sense.sides.some((its) => its.pair === side.pair && its.side !== side.side),
  )
}
