import type { Range } from '#app/features/segmentation/sentences.ts'
import type { SourceIndex } from './source-index.ts'
import type { Statement } from './statement.ts'

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
 * What is left of a claim without the words before its colon that only announce it: "Good to know: …". They are left where they
 * name somebody, give a number, a reason or a denial.
 */
export function afterLeadIn(
  { text, start, end, tokens, content, quantities, dates }: Statement,
  { isName, language }: SourceIndex,
): Range {
  const whole = { start, end }
  const first = tokens.findIndex(({ gap }, at) => at > 0 && colon.test(gap))
  const next = tokens[first]
  if (!next || untrue.test(text.slice(0, next.start - start))) return whole
  const lead = content.filter((at) => at < first)
  const isShort = lead.length <= mostInLead && content.length - lead.length >= leastInClaim
  const isNumeric = [...quantities, ...dates].some((each) => each.start < next.start)
  const saysSomething = tokens
    .slice(0, first)
    .some(
      ({ capital, sense, lower }) =>
        sense.roles.has('negator') ||
        sense.roles.has('denying') ||
        sense.roles.has('cause') ||
        isName(sense.stem) ||
        (language.tag !== 'de' && (capital === 'inside' || capital === 'mixed') && !announcing.test(lower)),
    )
  return isShort && !isNumeric && !saysSomething ? { start: next.start, end } : whole
}
