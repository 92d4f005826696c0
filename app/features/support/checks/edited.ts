import { type SourceIndex, strengths } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import type { Token } from '../tokens.ts'
import type { Reason } from '../verdict.ts'
import type { Edit } from '../wording.ts'
import { type Check, type Evidence, rangeOf } from './check.ts'
import { areAlike, areOpposite, denies, isConversePair, keptOtherwise, singleDenial } from './contrast.ts'
import { isUntil } from './governed.ts'
import { isOneInPassive, namesAgent } from './roles.ts'
import { areOfStrictKind } from './same-kind.ts'

/** From this share of its words in the source's order on, a claim is held to be the source's sentence with changes. */
const nearWording = 0.6
/** The same for a word in another's place, which may be its synonym. */
const nearlyVerbatim = 0.7
/** From here on one other word of whatever kind makes the claim another. */
const verbatim = 0.82
/** So many words of content have to be the source's own beside it. */
const leastKept = 2
/** The most words put in the place of others for it to be one change. */
const longestEdit = 3

/**
 * What has been changed in a sentence that is otherwise the source's own: a denial put in or left out, two that have
 * changed places, something put in the place of something else.
 */
export const checkEdited: Check = (evidence) => {
  const { alignment, likeness, source } = evidence
  if (!likeness || likeness.sequence < nearWording) return []
  const changes = likeness.wording.edits.map((edit) => changeOf(edit, alignment.claim, likeness.statement))
  const reason =
    denialIn(changes, alignment.claim, likeness.statement, source.language.tag) ??
    exchangeIn(changes, evidence) ??
    turnIn(changes, likeness.sequence) ??
    replacementIn(changes, evidence)
  return reason ? [reason] : []
}

type Change = { edit: Edit; ours: Token[]; theirs: Token[]; content: Token[]; contentThere: Token[] }

function changeOf(edit: Edit, claim: Statement, statement: Statement): Change {
  const content = (places: readonly number[], of: Statement) =>
    places.flatMap((place) => (of.content.includes(place) ? (of.tokens[place] ?? []) : []))
  return {
    edit,
    ours: edit.ours.flatMap((place) => claim.tokens[place] ?? []),
    theirs: edit.theirs.flatMap((place) => statement.tokens[place] ?? []),
    content: content(edit.ours, claim),
    contentThere: content(edit.theirs, statement),
  }
}

const deniesInItself = ({ sense }: Token) =>
  sense.roles.has('denying') || sense.roles.has('not-denying') || sense.quantifier !== null

/** A denial that only one of the two has, where nothing else that denies stands in its place. */
function denialIn(
  changes: readonly Change[],
  claim: Statement,
  statement: Statement,
  language: string,
): Reason | null {
  const all = changes.flatMap(({ ours, theirs }) => [...ours, ...theirs])
  if (!isOneSided(changes) || all.some((token) => !denies(token) && deniesInItself(token))) return null
  const change = changes.find(({ ours, theirs }) => [...ours, ...theirs].some(denies))
  if (
    !change ||
    areTurned(change) ||
    !keepsDenied(change, language) ||
    (!singleDenial.has(language) && isDoubled(change, claim))
  )
    return null
  const { tokens } = claim
  const there = change.theirs.find(denies)
  const isThen = [claim.tokens, statement.tokens].some((all) =>
    all.some((token, at) => [...change.ours, ...change.theirs].includes(token) && isUntil(all, at)),
  )
  if (isThen) return null
  const place =
    change.ours.find(denies) ?? change.ours[0] ?? tokens[Math.min(change.edit.next, tokens.length - 1)]
  return place ? { code: 'turned-round', at: rangeOf(place), found: there?.text ?? null } : null
}

/** Whether the word that is denied is one that both have: the next after the denial; in Japanese the one before. */
function keepsDenied({ edit, ours, theirs, content, contentThere }: Change, language: string): boolean {
  const side = ours.some(denies) ? ours : theirs
  const [said, instead] = ours.some(denies) ? [content, contentThere] : [contentThere, content]
  if (instead.length > 0) return false
  const place = side.findIndex(denies)
  const between = language === 'ja' ? side.slice(0, place) : side.slice(place + 1)
  if (!edit.isInside && between.length > 0) return false
  return !between.some((token) => said.includes(token))
}

/** "No tuvo ninguna": a second denial that strengthens the first, which both have. */
const isDoubled = ({ edit, ours }: Change, { tokens }: Statement) => {
  const clause = tokens[edit.ours[0] ?? edit.next]?.clause
  return tokens.some((token) => token.clause === clause && denies(token) && !ours.includes(token))
}

/** Whether one of the two denies what the other doesn't, and not the other way round as well. */
const isOneSided = (changes: readonly Change[]) =>
  changes.some(({ ours }) => ours.some(denies)) !== changes.some(({ theirs }) => theirs.some(denies))

const areTurned = ({ ours, theirs }: Change) =>
  ours.some((token) => theirs.some((other) => areOpposite(token, other)))

/** "More" for "fewer", "up" for "down": small words too, where nothing around them denies. */
function turnIn(changes: readonly Change[], sequence: number): Reason | null {
  for (const { ours, theirs } of changes) {
    if ([...ours, ...theirs].some((token) => denies(token))) continue
    for (const token of ours) {
      const opposite = theirs.find((other) => areOpposite(token, other) || areOppositePhrases(token, other))
      if (opposite && (sequence >= keptOtherwise || !isConversePair(token, opposite)))
        return { code: 'turned-round', at: rangeOf(token), found: opposite.text }
    }
  }
  return null
}

/** "More than" for "less than": what stands around the two is the same, so that they bound the same number. */
const areOppositePhrases = ({ parts }: Token, other: Token) =>
  parts.some(({ sides }) =>
    sides.some(({ pair, side }) =>
      other.parts.some((part) => part.sides.some((its) => its.pair === pair && its.side !== side)),
    ),
  )

/** Two that stand where the other one stood. */
function exchangeIn(changes: readonly Change[], { source, alignment, likeness }: Evidence): Reason | null {
  for (const [index, one] of changes.entries())
    for (const other of changes.slice(index + 1)) {
      const [a, b] = [one.content[0], other.content[0]]
      if (!a || !b || areAlike(a, b)) continue
      const [aThere, bThere] = [
        other.contentThere.find((token) => areAlike(a, token)),
        one.contentThere.find((token) => areAlike(b, token)),
      ]
      if (!aThere || !bThere || !likeness) continue
      const [ours, theirs] = [
        namesAgent(alignment.claim, a.start, b.start),
        namesAgent(likeness.statement, aThere.start, bThere.start),
      ]
      const isJapanese = source.language.tag === 'ja'
      if (ours !== theirs || (isJapanese && isOneInPassive(alignment.claim, likeness.statement))) continue
      return {
        code: 'roles-exchanged',
        at: { start: a.start, end: b.end },
        found: source.text.slice(bThere.start, aThere.end),
      }
    }
  return null
}

/** One word, or a name of two, in the place of another: all the rest is the source's. */
function replacementIn(changes: readonly Change[], { alignment, source, likeness }: Evidence): Reason | null {
  const changed = changes.filter(({ content }) => content.length > 0)
  const [change] = changed
  if (!change || changed.length > 1 || !likeness || likeness.sequence < nearlyVerbatim) return null
  const { ours, theirs, content, contentThere, edit } = change
  // "Did not approve" may be "rejected".
  if (ours.some(denies) !== theirs.some(denies)) return null
  if (source.language.tag === 'ja' && sharesKanji(content, contentThere)) return null
  if (content.some(({ sense }) => standsIn(sense.keys[0], likeness.statement))) return null
  const [word, rival] = [content[0], contentThere[0]]
  if (!word || !rival || content.length > longestEdit || contentThere.length > longestEdit) return null
  const { statement } = likeness
  const isStrict = areOfStrictKind(
    { token: word, statement: alignment.claim },
    { token: rival, statement },
    source,
  )
  const isSaying = [word, rival].some(({ sense }) => sense.roles.has('speech'))
  if (!isStrict && (likeness.sequence < verbatim || !edit.isInside || isSaying)) return null
  if (
    content.some((mine) => contentThere.some((other) => areAlike(mine, other) || isLike(mine, other, source)))
  )
    return null
  if (alignment.claim.content.length - content.length < leastKept) return null
  return {
    code: 'other-word',
    at: { start: word.start, end: content.at(-1)?.end ?? word.end },
    found: rival.text,
  }
}

/** 貸与 for 貸す: a shared character is a shared meaning more often than not. */
const sharesKanji = (ours: readonly Token[], theirs: readonly Token[]) => {
  const characters = new Set(theirs.flatMap(({ text }) => text.match(/(?!最)\p{Script=Han}/gu) ?? []))
  return ours.some(({ text }) => [...text].some((character) => characters.has(character)))
}

const standsIn = (key: number | undefined, { tokens }: Statement) =>
  tokens.some(({ sense }) => sense.keys[0] === key)

/** Whether one of two words is found by the other's likeness: a compound, a derivation. */
function isLike(mine: Token, other: Token, source: SourceIndex): boolean {
  return source
    .find(mine.sense)
    .some(
      ({ sentence, token, strength }) =>
        strength > strengths.opposite && source.sentences[sentence]?.tokens[token] === other,
    )
}
