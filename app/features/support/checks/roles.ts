import type { Likeness, Pair } from '../likeness.ts'
import type { SourceIndex } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import { isWrittenAsName } from '../tokens.ts'
import type { Reason } from '../verdict.ts'
import type { Check, Evidence } from './check.ts'
import { isUnderPreposition } from './prepositions.ts'

/** So much of a claim has to stand in one sentence before the order of its words is held against it. */
const enoughForNames = 0.8
const enoughForWords = 0.8
const allFound = 0.9
/** A free retelling puts its words in an order of its own: from here on the order tells who does what. */
const enoughInOrder = 0.4
/** So much of its words has to be in the sentence's order before an active is held against a passive. */
const halfInOrder = 0.5
/** Words from "by" on that may stand before whom it names. */
const mostAfterAgent = 3
/** From here on a "by" between the two is taken for an agent's only where it stands right before one of them. */
const nearWording = 0.6

/**
 * Two that have changed places: "A sued B" for "B sued A", "X by 8 %, Y by 5 %" for the other way round. Both stand on
 * other sides of a word between them than in the source, and neither a passive nor a converse ("lost to" for "beat")
 * makes up for it.
 */
export const checkRoles: Check = (evidence) => {
  const { likeness, source, alignment } = evidence
  // What else the claim says may come from a sentence beside.
  const near = likeness ? Math.max(likeness.bag, alignment.coverage >= allFound ? enoughForWords : 0) : 0
  if (!likeness || near < enoughForNames || likeness.sequence < enoughInOrder) return []
  const { pairs, statement } = likeness
  const mayAct = (pair: Pair) => pair.kind !== 'word' || isParty(alignment.claim, pair, source)
  for (const [index, a] of pairs.entries()) {
    for (const b of pairs.slice(index + 1)) {
      const areOfAKind =
        a.kind === b.kind || (a.kind !== 'number' && b.kind !== 'number' && near >= enoughForWords)
      if (!mayBeExchanged(a, b)) continue
      if (!areOfAKind || a.ours === b.ours || a.theirs === b.theirs) continue
      if (a.kind !== 'name' && near < enoughForWords) continue
      if (!mayAct(a) || !mayAct(b)) continue
      const isMarked = exchangedByMark(evidence, a, b)
      if (isMarked === false) continue
      if (!isMarked && !areExchanged(evidence, likeness, a, b)) continue
      const [from, to] = a.ours < b.ours ? [a, b] : [b, a]
      return [reasonOf(from, to, alignment.claim, statement, source)]
    }
  }
  return []
}

/** Numbers that measure different things aren't mistaken for one another; a unit may be left out. */
const mayBeExchanged = (a: Pair, b: Pair) =>
  a.kind !== 'number' ||
  b.kind !== 'number' ||
  a.measure === b.measure ||
  ([a.measure, b.measure].includes('count') && ![a.measure, b.measure].includes('date'))

function areExchanged(evidence: Evidence, likeness: Likeness, a: Pair, b: Pair): boolean {
  const { alignment, source } = evidence
  const { pairs, statement } = likeness
  const isCrossed = a.ours < b.ours !== a.theirs < b.theirs
  if (source.language.tag === 'ja') {
    if ([a, b].some((pair) => endsIn(alignment.claim, pair))) return false
    // "AはBに批判された" for "BはAを批判した": the marks tell, or nothing does.
    if (isOneInPassive(alignment.claim, statement)) return false
  }
  if (!isCrossed) return likeness.sequence >= halfInOrder && isOnlyOnePassive(evidence, likeness, a, b)
  const within = (x: number, y: number, at: number) => at > Math.min(x, y) && at < Math.max(x, y)
  const pivots = pairs.filter(
    (each) =>
      (each.kind === 'number' || (each.kind === 'word' && source.language.tag !== 'ja')) &&
      each !== a &&
      each !== b &&
      isAlone(statement, each) &&
      within(a.ours, b.ours, each.ours) &&
      within(a.theirs, b.theirs, each.theirs),
  )
  if (
    pivots.length === 0 &&
    !hasVerbBetween(evidence, likeness, a, b) &&
    !isTransposed(evidence, likeness, a, b)
  )
    return false
  const isPlace = (pair: Pair) =>
    pair.claim !== null && isUnderPreposition(alignment.claim.tokens, pair.claim)
  if (
    source.language.tag === 'de' &&
    (isPlace(a) || isPlace(b)) &&
    !pivots.some(({ kind }) => kind === 'number')
  )
    return false
  // "In May", "at the port": a time or a place may stand at either end. Names are left: "in" may belong to them.
  if (source.language.tag !== 'de' && [a, b].some((pair) => pair.kind === 'word' && isPlace(pair)))
    return false
  const { claim } = alignment
  const isAgent = source.language.tag !== 'de' && likeness.sequence >= nearWording ? namesAgent : isPassive
  if (isAgent(claim, a.ours, b.ours, source) !== isAgent(statement, a.theirs, b.theirs, source)) return false
  return !hasConverse(claim, statement)
}

export const isOneInPassive = (claim: Statement, statement: Statement) =>
  hasAuxiliary(claim) !== hasAuxiliary(statement)

const hasAuxiliary = ({ tokens }: Statement) => tokens.some(({ sense }) => sense.roles.has('auxiliary'))

/** "県の文化財になった千歳橋": a Japanese sentence that ends in a noun tells of that, whatever part it has before. */
const endsIn = ({ tokens }: Statement, { claim: at }: Pair) => at !== null && at >= tokens.length - 1

/** "A killed B" for "A was killed by B": the same order, and only one of the two in the passive. */
function isOnlyOnePassive(
  { alignment, source }: Evidence,
  { pairs, statement }: Likeness,
  a: Pair,
  b: Pair,
): boolean {
  const { claim } = alignment
  if (source.language.tag === 'de' || source.language.tag === 'ja') return false
  if (namesAgent(claim, a.ours, b.ours) === namesAgent(statement, a.theirs, b.theirs)) return false
  const within = (x: number, y: number, at: number) => at > Math.min(x, y) && at < Math.max(x, y)
  return pairs.some(
    ({ kind, ours, theirs }) =>
      kind === 'word' && within(a.ours, b.ours, ours) && within(a.theirs, b.theirs, theirs),
  )
}

/** "Was killed by B" right before the later of two: an auxiliary, and whom its verb names as the agent. */
export function namesAgent({ tokens }: Statement, x: number, y: number): boolean {
  const [from, to] = [Math.min(x, y), Math.max(x, y)]
  const between = tokens.filter(({ start }) => start > from && start < to)
  const agent = between.findLastIndex(({ sense }) => sense.roles.has('agent'))
  if (agent < 0 || between.length - agent > mostAfterAgent) return false
  return between.slice(0, agent).some(({ sense }) => sense.roles.has('auxiliary'))
}

/** A word that stands twice in a sentence may be matched with the wrong one. */
function isAlone({ tokens }: Statement, { source: at }: Pair): boolean {
  const own = at === null ? undefined : tokens[at]
  return own === undefined || tokens.filter(({ sense }) => sense.keys[0] === own.sense.keys[0]).length === 1
}

const finite = new Set(
  'has have had will would can could may might must should did is are was were hat haben hatte hatten will wollen wollte kann konnte muss soll sollte wird wurde ist war ha han había habían puede debe quiere es fue era'.split(
    ' ',
  ),
)

/** Whether the same auxiliary parts the two, which are names or have an article, in a claim that is near the source's wording. */
function hasVerbBetween(
  { alignment: { claim } }: Evidence,
  { statement, sequence }: Likeness,
  a: Pair,
  b: Pair,
): boolean {
  if (sequence < halfInOrder) return false
  const between = ({ tokens }: Statement, x: number, y: number) =>
    tokens.filter(({ start, lower }) => start > Math.min(x, y) && start < Math.max(x, y) && finite.has(lower))
  const theirs = between(statement, a.theirs, b.theirs)
  return between(claim, a.ours, b.ours).some(({ lower }) => theirs.some((other) => other.lower === lower))
}

/** Whether only these two have changed places, all the rest standing as it did, and more than an "and" is between them. */
function isTransposed({ alignment }: Evidence, likeness: Likeness, a: Pair, b: Pair): boolean {
  const { pairs, statement } = likeness
  const order = pairs.toSorted((x, y) => x.ours - y.ours)
  const there = pairs.toSorted((x, y) => x.theirs - y.theirs)
  const moved = order.filter((pair, at) => there[at] !== pair)
  if (
    pairs.length < 4 ||
    likeness.bag < 0.9 ||
    moved.length !== 2 ||
    !moved.includes(a) ||
    !moved.includes(b)
  )
    return false
  const between = ({ tokens }: Statement, x: number, y: number) =>
    tokens.filter(({ start }) => start > Math.min(x, y) && start < Math.max(x, y))
  const joined = [between(alignment.claim, a.ours, b.ours), between(statement, a.theirs, b.theirs)]
  return joined.every((words) => words.some(({ lower }) => !joins.has(lower)))
}

const joins = new Set('and or und oder y e o u と や , & with mit con the a der die das el la'.split(' '))

const articles = new Set(
  'the a an his her its their our my this that these el la los las un una su sus este esta der die das den dem des ein eine einen einem einer'.split(
    ' ',
  ),
)

/** Whom or what a claim can be about: a noun with an article before it; in German, with its capital. */
function isParty({ tokens }: Statement, { claim: at }: Pair, { language }: SourceIndex): boolean {
  const token = at === null ? undefined : tokens[at]
  if (!token || at === null) return false
  if (language.tag === 'ja') return true
  if (language.tag === 'de') return token.capital !== 'none'
  return (
    isWrittenAsName(token) || tokens.slice(Math.max(0, at - 2), at).some(({ lower }) => articles.has(lower))
  )
}

const particles: Record<string, string> = {
  が: 'subject',
  は: 'subject',
  も: 'subject',
  を: 'object',
  に: 'target',
  へ: 'target',
  から: 'from',
  より: 'than',
}
const cases: Record<string, string> = {
  den: 'object',
  einen: 'object',
  dem: 'target',
  einem: 'target',
  der: 'subject',
}

/** The role that a particle after a noun gives it, or in German the article before it. */
function markOf({ tokens }: Statement, at: number | null, language: string): string | null {
  if (at === null) return null
  if (language === 'ja') {
    for (const token of tokens.slice(at + 1, at + 5)) {
      if (/によって|により/u.test(token.text)) return 'agent'
      const role = particles[token.text]
      if (role) return role
      if (/[、。]/u.test(token.gap) || /^\p{Script=Hiragana}+$/u.test(token.text)) return null
    }
    return null
  }
  if (language !== 'de' || isUnderPreposition(tokens, at)) return null
  for (const token of tokens.slice(Math.max(0, at - 2), at).reverse()) {
    const role = cases[token.lower]
    if (role) return role
  }
  return null
}

/** True where both have taken the other's mark, false where both have kept theirs, null where marks tell nothing. */
function exchangedByMark({ alignment, source, likeness }: Evidence, a: Pair, b: Pair): boolean | null {
  const { tag } = source.language
  if (!likeness || (tag !== 'ja' && tag !== 'de')) return null
  const [ours, others] = [markOf(alignment.claim, a.claim, tag), markOf(alignment.claim, b.claim, tag)]
  const [theirs, otherTheirs] = [
    markOf(likeness.statement, a.source, tag),
    markOf(likeness.statement, b.source, tag),
  ]
  if (!ours || !others || !theirs || !otherTheirs || ours === others) return null
  if (ours === theirs && others === otherTheirs) return false
  return ours === otherTheirs && others === theirs ? true : null
}

function isPassive({ tokens }: Statement, x: number, y: number, { language }: SourceIndex): boolean {
  const [from, to] = [Math.min(x, y), Math.max(x, y)]
  const between = tokens.filter(({ start }) => start > from && start < to)
  const agent = between.findIndex(({ sense }) => sense.roles.has('agent'))
  if (language.tag === 'de')
    return (
      tokens.some(({ sense }) => sense.roles.has('agent')) &&
      tokens.some(({ sense }) => sense.roles.has('auxiliary'))
    )
  return agent >= 0
}

/** Whether a word such as "beat" has become its converse, "lost to". */
export function hasConverse(claim: Statement, statement: Statement): boolean {
  const sides = statement.tokens.flatMap(({ sense }) => sense.sides.filter(({ converse }) => converse))
  return claim.tokens.some(({ sense }) =>
    sense.sides.some(
      (side) => side.converse && sides.some((its) => its.pair === side.pair && its.side !== side.side),
    ),
  )
}

function reasonOf(from: Pair, to: Pair, claim: Statement, statement: Statement, source: SourceIndex): Reason {
  const end = claim.tokens.find(({ start }) => start >= to.ours)?.end ?? claim.end
  const there = [from.theirs, to.theirs].sort((x, y) => x - y)
  const stop = statement.tokens.find(({ start }) => start >= (there[1] ?? 0))?.end ?? statement.end
  return {
    code: from.kind === 'number' ? 'facts-exchanged' : 'roles-exchanged',
    at: { start: from.ours, end },
    found: source.text.slice(there[0], stop),
  }
}
