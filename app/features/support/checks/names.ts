import { foldAccents } from '../fold.ts'
import { germanNoun, japaneseTitle } from '../names-of-source.ts'
import type { SourceIndex } from '../source-index.ts'
import type { Token } from '../tokens.ts'
import { isWrittenAsName } from '../tokens.ts'
import type { Reason } from '../verdict.ts'
import type { Check } from './check.ts'

/** Every name of the claim stands in the source. */
export const checkNames: Check = ({ alignment: { claim }, source }) => {
  const reasons: Reason[] = []
  for (const at of claim.content) {
    const token = claim.tokens[at]
    if (!token || !looksLikeName(token, claim.tokens, at, source)) continue
    if (source.find(token.sense).length > 0 || standsInSource(token, source)) continue
    reasons.push({ code: 'name-not-found', at: { start: token.start, end: token.end }, found: null })
  }
  return reasons
}

function standsInSource({ text }: Token, source: SourceIndex): boolean {
  const folded = foldAccents(text)
  return folded.length >= 3 && foldedSource(source).includes(folded)
}

const folded = new WeakMap<SourceIndex, string>()
function foldedSource(source: SourceIndex): string {
  const known = folded.get(source) ?? foldAccents(source.text)
  folded.set(source, known)
  return known
}

const titles = /^(?:herr|frau|dr|prof|mr|mrs|ms|sir|don|doña|sr|sra|señor|señora)$/u

/** "Q1", "B2": a short sign rather than somebody. */
export const isShortSign = ({ text }: Token) => /^\p{Lu}\d?$/u.test(text)

/** Whether a word is written, and stands, as names do. */
export function looksLikeName(
  token: Token,
  tokens: readonly Token[],
  at: number,
  source: SourceIndex,
): boolean {
  const { language } = source
  if (language.tag === 'ja') {
    const isLatin = /^[A-Za-z]/u.test(token.text)
    const isKatakana = /^[\p{Script=Katakana}ー]{2,}$/u.test(token.text)
    const next = tokens[at + 1]
    const isTitledAfter = next !== undefined && next.gap === '' && japaneseTitle.test(next.text)
    const isTitled = isTitledAfter && /^\p{Script=Han}+$/u.test(token.text)
    return (isLatin && token.text.length > 2) || (isKatakana && isTitledAfter) || isTitled
      ? !language.knows(token.lower)
      : false
  }
  if (language.tag === 'de') return looksLikeGermanName(token, tokens, at, source)
  if (isShortSign(token)) return false
  if (isWrittenAsName(token)) return !isTitleCase(tokens) && !language.knows(token.lower)
  // At the front of a sentence a capital tells nothing, unless a second one follows.
  const next = tokens[at + 1]
  return (
    token.capital === 'first' &&
    next !== undefined &&
    isWrittenAsName(next) &&
    next.gap === ' ' &&
    !language.knows(token.lower)
  )
}

function looksLikeGermanName(
  token: Token,
  tokens: readonly Token[],
  at: number,
  { language }: SourceIndex,
): boolean {
  if (token.capital === 'none' || token.text.length < 2) return false
  if (token.capital === 'mixed') return true
  if (language.knows(token.lower) || germanNoun.test(token.text)) return false
  const previous = tokens[at - 1]
  const next = tokens[at + 1]
  const besideName = (other: Token | undefined) =>
    other !== undefined && other.capital !== 'none' && !other.isFunction && !language.knows(other.lower)
  if (previous && titles.test(previous.lower)) return true
  // "42 Sekunden Rückstand": the word before is what is counted.
  const isCounted = /^\d/u.test(tokens[at - 2]?.text ?? '')
  if (besideName(previous) && token.gap === ' ' && !isCounted) return true
  if (besideName(next) && next?.gap === ' ') return true
  // "in Bremen", "aus Linz": a place without an article.
  return previous !== undefined && /^(?:in|aus|nach|bei|von|mit|durch|für|gegen)$/u.test(previous.lower)
}

/** A headline with capitals throughout says nothing of names. */
function isTitleCase(tokens: readonly Token[]): boolean {
  const long = tokens.filter(({ text }) => text.length > 3 && /^\p{L}/u.test(text))
  return long.length >= 5 && long.filter(({ capital }) => capital !== 'none').length > long.length * 0.8
}
