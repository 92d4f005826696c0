import type { SourceIndex } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import type { Token } from '../tokens.ts'
import { namesSomebody } from './check.ts'
import { isShortSign } from './names.ts'

type InSentence = { token: Token; statement: Statement }

/**
 * Whether two words are of a kind in which one can't stand for the other: two names, two that a number counts, two degrees
 * ("milder", "stronger"). Of other words one may always be a synonym that the lists don't have.
 */
export function areOfStrictKind(one: InSentence, other: InSentence, source: SourceIndex): boolean {
  const { tag } = source.language
  if (isNameLike(one.token, source) && isNameLike(other.token, source)) return true
  if (isCounted(one) && isCounted(other)) return true
  return isDegree(one.token, tag) && isDegree(other.token, tag)
}

/** Written as a name, and no word of the language's lists. */
export function isNameLike(token: Token, source: SourceIndex): boolean {
  const { language } = source
  const { capital, sense, text, lower } = token
  if (language.tag === 'ja')
    return /^[\p{Script=Han}\p{Script=Katakana}ー]{2,}$/u.test(text) && !language.knows(text)
  if (language.tag === 'de')
    return capital !== 'none' && (source.isName(sense.stem) || !language.knows(lower))
  return !isShortSign(token) && namesSomebody(token, source)
}

/** How many characters after a number what it counts may begin. */
const besideNumber = 4

/** "53 nights", "neun Mark": right after a number. */
function isCounted({ token, statement }: InSentence): boolean {
  return statement.quantities.some(
    ({ start, end }) =>
      (token.start >= end && token.start - end <= besideNumber) || (token.start > start && token.end <= end),
  )
}

const degrees: Readonly<Record<string, RegExp>> = {
  en: /(?:er|est)$/u,
  de: /(?:er|ere[nrms]?|[sß]te[nrms]?)$/u,
  ja: /^最/u,
}

/** A comparative, a superlative, or a word that has an opposite. */
function isDegree({ sense, lower, capital, parts }: Token, language: string): boolean {
  if (sense.sides.some(({ sequence }) => !sequence) || parts.some(({ sides }) => sides.length > 0))
    return true
  return capital === 'none' && lower.length > 4 && (degrees[language]?.test(lower) ?? false)
}
