import type { Alignment } from './align.ts'
import type { Language } from './languages/language.ts'
import { isOfWriter, isToReaders } from './persons.ts'
import { isTelling } from './quantities/quantity.ts'
import type { Statement } from './statement.ts'
import { isWrittenAsName, type Token } from './tokens.ts'

/** Share of a sentence's words above which it tells what the source tells, however it is put. */
const tellsTheSource = 0.62

/** A sentence of so few words, hardly any of them the source's, says nothing that could be true or false of it. */
const fewWords = 4
const little = 0.35

/** What happened is news, however few its words are; what is exclaimed or the writer's own is none. */
const happened: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:was|were|had|did|been|\p{L}{3,}ed)(?!\p{L}|.*!)/iu,
  de: /(?<!\p{L})(?:hatten?|wurden?|waren?|hat|haben)(?!\p{L}|.*!)/iu,
  es: /(?<!\p{L})(?:fue(?:ron)?|había[n]?|\p{L}{2,}(?:ó|aron|ieron|aban?))(?!\p{L}|.*!)/iu,
}

/** A sentence with numbers or dates tells facts, unless the source has hardly any of its words. */
const mostWithNumbers = 0.5

/**
 * Forms of verbs and endings of sentences in which nobody tells news: wishes, feelings, what readers are asked to do. In
 * Japanese the ending tells; in Spanish the verb's person.
 */
const spokenTo: Readonly<Record<string, RegExp>> = {
  ja: /(?:た(?:い|かった)|欲しい|ほしい|ましょう|[てで]よかった|かな[あぁ]?|なあ|よね|です[ねよ]|ます[ねよ]|[だい]ね|[だい]よ|でしょうね?|っけ|て(?:ね|ください|みて)|[てで]しまう)(?:です|と思う|と思います|なあ)?[\s。！!…〜～♪]*$/u,
  es: /(?<!\p{L})(?:ojalá|quién pudiera)(?!\p{L})|(?<!\p{L})\p{L}{2,}[áé]is(?!\p{L})|^[\s¡]*(?!\p{L}*(?:dad|tad|tud)\s)\p{L}{2,}[aei]d(?:l[aoe]s?|nos|me)?\s+\p{Ll}/iu,
}

const everybody =
  /^(?:everybody|everyone|nobody|nothing|jeder|jede|jedes|niemand|nichts|todos|todo el mundo|nadie|nada|誰も|誰でも|みんな)$/u

/** "Everybody needs a friend like her": what is said of all, without a number, is no news. */
const isOfAll = ({ tokens, quantities, dates }: Statement) =>
  everybody.test(tokens[0]?.lower ?? '') && quantities.length + dates.length === 0

/** A sentence of so many words that follows one of the source's own tells something, unless it is marked as a view. */
const leastOfClaim = 3

/** A quotation, or what of one stands in a sentence: what is said in it is nobody's view but the speaker's. */
const quotation =
  /[“„«「『][^“”„«»「」『』]*[“”»」』]|"[^"]*"|^[^“”„«»「」『』]*[”»」』]|[“„«「『][^“”„«»「」『』]*$/gu

function ownWords({ tokens, text, start }: Statement): Token[] {
  const quoted = Array.from(text.matchAll(quotation), ({ index, 0: { length } }) => ({
    from: start + index,
    to: start + index + length,
  }))
  return tokens.filter((token) => !quoted.some(({ from, to }) => token.start >= from && token.end <= to))
}

type Surroundings = { isPersonal: boolean; isName: (stem: string) => boolean; goesOn: boolean }
const unknownSource: Surroundings = { isPersonal: false, isName: () => false, goesOn: false }

/** Whether a word with a capital stands inside the sentence, or one at its front that the source has as a name. */
function namesSomebody({ tokens, content }: Statement, isName: (stem: string) => boolean): boolean {
  return content.some((at) => {
    const token = tokens[at]
    if (!token) return false
    return isWrittenAsName(token) || (token.capital === 'first' && isName(token.sense.stem))
  })
}

/** A remark has no more words that say something than this; whoever says more, or names who isn't in the source, tells something. */
const longestRemark = 8

const isShort = ({ content }: Statement) => content.length <= longestRemark

/** Whether a sentence tells so much that a "we", a "you" or a word of praise in it makes no view of it. */
const tellsNews = (claim: Statement, tag: string, isName: (stem: string) => boolean): boolean =>
  !isShort(claim) ||
  (tag !== 'de' &&
    claim.content.some((at) => {
      const token = claim.tokens[at]
      return token && isWrittenAsName(token) && !isName(token.sense.stem)
    }))

/**
 * Whether a sentence is the writer's own view, a question or an invitation, which no source has to back. A sentence with
 * numbers, or one that mostly tells what the source tells, is none. `goesOn`: the tweet's sentence before it is the source's.
 */
export function isView(
  claim: Statement,
  { coverage }: Pick<Alignment, 'coverage'>,
  { tag }: Language,
  { isPersonal, isName, goesOn }: Surroundings = unknownSource,
): boolean {
  const isQuestion =
    /[?？]\s*["”’」』)]*\s*$/u.test(claim.text) ||
    (tag === 'ja' && /(?:か|かな|でしょうか)[。！]?\s*$/u.test(claim.text))
  if (isQuestion) return true
  const isCounting = claim.quantities.some(({ isWord, unit, currency }) => !isWord || unit || currency)
  if ((isCounting || claim.dates.length > 0) && coverage > mostWithNumbers) return false
  const words = ownWords(claim)
  const few = goesOn ? leastOfClaim - 1 : fewWords
  if (
    claim.content.length <= few &&
    !claim.quantities.some(isTelling) &&
    coverage < little &&
    (!happened[tag]?.test(claim.text) || words.some((word) => isOfWriter(tag, word))) &&
    (tag === 'de' || !namesSomebody(claim, isName))
  )
    return true
  const has = (role: 'opinion' | 'judging' | 'inviting') =>
    words.some(({ sense, parts }) => sense.roles.has(role) || parts.some((part) => part.roles.has(role)))
  const isInviting = words.slice(0, 3).some(({ sense }) => sense.roles.has('inviting'))
  const isToldAsView = words
    .slice(0, 1)
    .some(({ sense, text }) => sense.roles.has('opinion') && text.includes(' '))
  if (isToldAsView && !isPersonal) return true
  const isOneself = words.some((word) => isOfWriter(tag, word))
  const isNews = tellsNews(claim, tag, isName)
  if (has('opinion') || (isOneself && !isPersonal && !isNews)) return coverage < 0.85
  if (isInviting && isShort(claim) && coverage < tellsTheSource) return true
  if (isOfAll(claim) && coverage < little) return true
  if (coverage >= tellsTheSource) return false
  if (spokenTo[tag]?.test(claim.text)) return true
  if (isNews) return false
  if (words.some((word) => isToReaders(tag, word))) return true
  if (isOneself) return coverage < little
  return has('judging') || /[!！]\s*$/u.test(claim.text)
}
