import type { Language } from './languages/language.ts'
import type { Statement } from './statement.ts'
import { isWrittenAsName, type Token } from './tokens.ts'

/** Endings of German nouns that name no one. */
export const germanNoun =
  /(?:ung|heit|keit|schaft|tion|tät|ismus|nis|tum|chen|lein|ling|erei|anz|enz|ment|zeit|jahr|tag|stadt|haus|land|mann|frau|leute|platz|straße|werk|geld|preis|zahl|arbeit|leben|gen|ten|ern|eln)(?:en|e|s|es|er|n)?$/iu
/** What follows a name in Japanese. */
export const japaneseTitle =
  /^(?:さん|氏|様|君|ちゃん|選手|監督|社長|市長|町長|村長|知事|教授|博士|先生|代表|会長|議員|店長|院長|館長|所長|部長|記者|首相|大臣|市|県|町|村|区|駅|社|大学|川|山|湖|島|城|寺|神社)$/u
const withoutArticle = /^(?:in|aus|nach|bei|von|herr|frau|dr|prof)$/u

/** Stems of the words that a source uses as names. In German, where all nouns have a capital, by what stands beside them. */
export function namesIn(statements: readonly Statement[], language: Language): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { tokens, content } of statements)
    for (const at of content) {
      const token = tokens[at]
      if (token && isUsedAsName(tokens, at, language)) names.add(token.sense.stem)
    }
  return names
}

function isUsedAsName(tokens: readonly Token[], at: number, language: Language): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!token) return false
  if (language.tag === 'ja') {
    if (language.knows(token.lower)) return false
    if (/^\p{Script=Katakana}[\p{Script=Katakana}ー]+$/u.test(token.text)) return false
    return (
      after !== undefined &&
      after.gap === '' &&
      japaneseTitle.test(after.text) &&
      /^\p{Script=Han}+$/u.test(token.text)
    )
  }
  if (language.tag !== 'de') return isWrittenAsName(token)
  if (token.capital === 'mixed') return true
  const mayBeName = (other: Token | undefined) =>
    other !== undefined &&
    other.capital !== 'none' &&
    !other.isFunction &&
    !language.knows(other.lower) &&
    !germanNoun.test(other.text)
  if (followsNoun(tokens, at)) return true
  if (!mayBeName(token)) return false
  if (mayBeName(before) && token.gap === ' ') return true
  if (mayBeName(after) && after?.gap === ' ') return true
  return before !== undefined && withoutArticle.test(before.lower)
}

/**
 * "Der Deutsche Malte Quast": German nouns stand side by side where the second is a name, even if it is a word as well; but
 * for "ein Glas Wasser", where something is measured.
 */
function followsNoun(tokens: readonly Token[], at: number): boolean {
  const [beforeThat, before, token] = [tokens[at - 2], tokens[at - 1], tokens[at]]
  if (!token || !before || token.gap !== ' ' || token.isFunction || before.isFunction) return false
  if (token.capital === 'none' || before.capital === 'none' || germanNoun.test(token.text)) return false
  return !/\d|^ein|^(?:halbe|viel|wenig|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)/u.test(
    beforeThat?.lower ?? '',
  )
}
