import type { SourceIndex } from '../source-index.ts'
import { strengths } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import type { Check } from './check.ts'
import { namedBefore, sentenceOf } from './other-name.ts'
import { isNameLike } from './same-kind.ts'

/** Places of the words that a sentence singles out, and of all else that it says. */
type Cleft = { focus: number[]; rest: number[] }

/**
 * "It was X who found it": a sentence that singles out who did something. Nobody else did, so that X has to be named where the
 * source tells the rest, or shortly before.
 */
export const checkCleft: Check = ({ alignment: { claim }, source }) => {
  const cleft = cleftOf(claim, source.language.tag)
  if (!cleft) return []
  const sentence = sentenceOf(claim, cleft.rest, source)
  const [first, last] = [claim.tokens[cleft.focus[0] ?? -1], claim.tokens[cleft.focus.at(-1) ?? -1]]
  if (sentence === null || !first || !last) return []
  // What the source never says may be another word for what it does say.
  if (!cleft.focus.every((at) => claim.tokens[at] && isNameLike(claim.tokens[at], source))) return []
  const places = cleft.focus.map((at) => placesOf(claim, at, source))
  if (places.some((each) => each.length === 0)) return []
  if (places.flat().some((place) => sentence - place >= -1 && sentence - place <= namedBefore)) return []
  return [
    {
      code: 'name-of-another',
      at: { start: first.start, end: last.end },
      found: source.sentences[sentence]?.text.trim() ?? null,
    },
  ]
}

function placesOf({ tokens }: Statement, at: number, source: SourceIndex): number[] {
  const sense = tokens[at]?.sense
  if (!sense) return []
  return source
    .find(sense)
    .filter(({ strength }) => strength > strengths.opposite)
    .map(({ sentence }) => sentence)
}

function cleftOf(claim: Statement, language: string): Cleft | null {
  return language === 'ja' ? japaneseCleft(claim) : (fronted[language] ?? none)(claim)
}
const none = () => null

const copula = /^(?:だ|だっ|だった|で|です|でし|でした|である|であっ)$/u

/** "見つけたのは、保科さんだった。": after のは, the last run of words before だ. */
function japaneseCleft({ tokens, content, quantities }: Statement): Cleft | null {
  const topic = tokens.findLastIndex(
    ({ text, gap }, at) =>
      text === 'は' && gap === '' && tokens[at - 1]?.text === 'の' && isVerbal(tokens[at - 2]),
  )
  if (topic < 0) return null
  const end = tokens.findIndex(({ text }, at) => at > topic && copula.test(text))
  const inFocus = content.filter((at) => at > topic && (end < 0 || at < end))
  const last = inFocus.at(-1)
  if (last === undefined || tokens.some(({ sense }, at) => at > topic && sense.roles.has('cause')))
    return null
  if (quantities.some(({ start }) => start > (tokens[topic]?.start ?? 0))) return null
  const focus = inFocus.filter((at, place) => last - at === inFocus.length - 1 - place)
  return { focus, rest: content.filter((at) => at < topic) }
}

/** Before の a verb ends in kana: た, る. */
const isVerbal = (token: { text: string } | undefined) => /[たるいうくすつぬむだ]$/u.test(token?.text ?? '')

const fronted: Readonly<Record<string, (claim: Statement) => Cleft | null>> = {
  en: (claim) => byPattern(claim, /^(?:it|it's)$/u, /^(?:is|was|were)$/u, /^(?:who|that|which)$/u),
  de: (claim) => byPattern(claim, /^es$/u, /^(?:ist|war|waren)$/u, /^(?:der|die|das)$/u),
  es: (claim) => byPattern(claim, null, /^(?:fue|es|fueron|era)$/u, /^(?:quien|quienes)$/u),
}

/** "It was X who …": its first words, and the one that what it tells begins with. */
function byPattern(
  { tokens, content }: Statement,
  front: RegExp | null,
  verb: RegExp,
  link: RegExp,
): Cleft | null {
  const from = front ? 1 : 0
  if (front && !front.test(tokens[0]?.lower ?? '')) return null
  if (!verb.test(tokens[from]?.lower ?? '')) return null
  const at = tokens.findIndex(
    ({ lower, clause }, place) =>
      place > from + 1 && clause > (tokens[from]?.clause ?? 0) && link.test(lower),
  )
  if (at < 0) return null
  return { focus: content.filter((place) => place < at), rest: content.filter((place) => place > at) }
}
