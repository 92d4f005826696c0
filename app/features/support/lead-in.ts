import type { Range } from '#app/features/segmentation/sentences.ts'
import { align } from './align.ts'
import type { Language } from './languages/language.ts'
import type { SourceIndex } from './source-index.ts'
import { readStatement, type Statement } from './statement.ts'
import { isWrittenAsName } from './tokens.ts'

/** So few words that say something may announce a claim, and so many at least it has. */
const mostInLead = 3
const leastInClaim = 3

const colon = /[:：]/u
/** What turns round what follows: "Myth: …". */
const untrue =
  /(?<!\p{L})(?:myth|wrong|false|untrue|lie|fake|mythos|falsch|irrtum|lüge|mito|falso|falsa|mentira|bulo)(?!\p{L})|誤り|嘘|うそ|デマ/iu

/** Written as names are, and none. */
const announcing = /^(?:til|psa|fyi|icymi|tl;?dr|nb|ps|eli5)$/u

/**
 * A sentence as it is to be checked: without the words before its colon that only announce it, "Good to know: …". They are
 * left where they name somebody, give a number, a reason or a denial, and where the source's sentence has one of them too.
 */
export function readClaim(text: string, range: Range, source: SourceIndex, language: Language): Statement {
  const whole = readStatement(text, range, language)
  const { tokens, content } = whole
  const first = tokens.findIndex(({ gap }, at) => at > 0 && colon.test(gap))
  const next = tokens[first]
  const lead = content.flatMap((at) => (at < first ? (tokens[at] ?? []) : []))
  if (!next || lead.length > mostInLead || content.length - lead.length < leastInClaim) return whole
  if (saysSomething(whole, next.start, source)) return whole
  const claim = readStatement(text, { start: next.start, end: range.end }, language)
  const [home] = align(claim, source, []).chosen
  const isOfSource = lead.some(({ sense }) => source.find(sense).some(({ sentence }) => sentence === home))
  return isOfSource ? whole : claim
}

function saysSomething(
  { text, start, tokens, quantities, dates }: Statement,
  end: number,
  { isName, language }: SourceIndex,
): boolean {
  if (untrue.test(text.slice(0, end - start))) return true
  if ([...quantities, ...dates].some((each) => each.start < end)) return true
  return tokens.some(
    (token) =>
      token.start < end &&
      (tellingRoles.some((role) => token.sense.roles.has(role)) ||
        isName(token.sense.stem) ||
        (language.tag !== 'de' && isWrittenAsName(token) && !announcing.test(token.lower))),
  )
}
const tellingRoles = ['negator', 'denying', 'cause'] as const
