import { type Range, sentences } from '#app/features/segmentation/sentences.ts'
import { type Alignment, align } from './align.ts'
import { checkAppended } from './checks/appended.ts'
import { checkAttribution } from './checks/attribution.ts'
import { checkBoundNames } from './checks/bound-names.ts'
import type { Check } from './checks/check.ts'
import { checkCleft } from './checks/cleft.ts'
import { checkCompared } from './checks/compared.ts'
import { checkCounted } from './checks/counted.ts'
import { checkCauses, checkCoverage } from './checks/coverage.ts'
import { checkCrossed } from './checks/crossed.ts'
import { checkDemoted } from './checks/demoted.ts'
import { checkEdited } from './checks/edited.ts'
import { checkNames } from './checks/names.ts'
import { checkDates, checkNumbers } from './checks/numbers.ts'
import { checkOneself } from './checks/oneself.ts'
import { checkOnly } from './checks/only.ts'
import { checkOrder } from './checks/order.ts'
import { checkOtherName } from './checks/other-name.ts'
import { checkPolarity } from './checks/polarity.ts'
import { checkQuotes } from './checks/quotes.ts'
import { checkRoles } from './checks/roles.ts'
import { checkSubstituted } from './checks/substituted.ts'
import { checkTurnedTime } from './checks/turned-time.ts'
import { checkForeignClaim, foreignAlignment } from './foreign-claims.ts'
import type { Language } from './languages/language.ts'
import { readClaim } from './lead-in.ts'
import { likenessTo } from './likeness.ts'
import { quoteLocator } from './locate-quotes.ts'
import { isView } from './opinion.ts'
import { indexSource, type SourceIndex } from './source-index.ts'
import type { Statement } from './statement.ts'
import type { Reason, Support, Verdict } from './verdict.ts'
import { withoutDressing } from './without-dressing.ts'

const checks: readonly Check[] = [
  checkNumbers,
  checkDates,
  checkCounted,
  checkNames,
  checkPolarity,
  checkOnly,
  checkCompared,
  checkRoles,
  checkDemoted,
  checkOneself,
  checkOrder,
  checkTurnedTime,
  checkOtherName,
  checkBoundNames,
  checkCleft,
  checkSubstituted,
  checkEdited,
  checkCauses,
  checkCoverage,
  checkAppended,
]

/** What tells of a claim that the source doesn't hold it at all. */
const gravest = new Set<Reason['code']>(['not-in-source'])

type Judged = {
  claim: Statement
  isView: boolean
  /** Whether it is the source's wording. */
  isCopied: boolean
  /** Null where nothing is looked for in the source. */
  alignment: Alignment | null
  reasons: Reason[]
  spans: Range[]
  words: number
}

export type CheckTweet = (tweet: { text: string; spans?: readonly Range[] }) => Support

/**
 * Checks the tweets of a thread against one source, which is prepared once. `tweets` is their language: where it is
 * another than the source's, only what holds across languages is checked, against the passages that a tweet gives.
 */
export function createChecker(
  source: { text: string },
  language: Language,
  tweets: Language = language,
): CheckTweet {
  const index = indexSource(source.text, language)
  const locate = quoteLocator(source.text)
  return ({ text, spans = [] }) => {
    const bare = withoutDressing(text)
    const judged: Judged[] = []
    for (const range of sentences(text, tweets.tag)) {
      if (!/[\p{L}\p{N}]/u.test(bare.slice(range.start, range.end))) continue
      const context = { bare, index, spans, language: tweets, previous: judged.at(-1) ?? null }
      judged.push(judge(trimmed(text, range), context))
    }
    if (tweets.tag !== language.tag) return conclude(judged, [])
    const claims = judged.flatMap(({ claim }) => (index.hasSentence(claim.text) ? [] : [claim]))
    const crossed = judged.every(({ reasons }) => reasons.length === 0)
      ? checkCrossed(
          judged.flatMap((each) => (each.isView || !each.alignment ? [] : [each.alignment])),
          index,
        )
      : []
    const quotes = [
      ...crossed,
      ...checkQuotes(text, locate, tweets.tag),
      ...checkAttribution(text, claims, { source: index, locate }),
    ]
    return conclude(judged, quotes)
  }
}

type Context = {
  /** The tweet without what says nothing. */
  bare: string
  index: SourceIndex
  spans: readonly Range[]
  language: Language
  previous: Judged | null
}

function judge(range: Range, { bare, index, spans, language, previous }: Context): Judged {
  const claim = readClaim(bare, range, index, language)
  const words = claim.content.length + claim.quantities.length + claim.dates.length
  const judged: Judged = {
    claim,
    isView: true,
    isCopied: false,
    alignment: null,
    reasons: [],
    spans: [],
    words,
  }
  if (words === 0) return judged
  if (language.tag !== index.language.tag) {
    if (isView(claim, foreignAlignment(claim), language)) return judged
    const reasons = checkForeignClaim(claim, { source: index, spans, language })
    return { ...judged, isView: false, reasons, spans: [...spans] }
  }
  const alignment = align(claim, index, spans)
  const aligned = { ...judged, alignment, spans: backingOf(alignment, index) }
  if (index.hasSentence(claim.text)) return { ...aligned, isView: false, isCopied: true }
  const likeness = likenessTo(alignment, index)
  const evidence = { alignment, source: index, likeness, previous: previous?.alignment ?? null }
  if (isView(claim, alignment, language, { ...index, goesOn: previous?.isCopied ?? false })) {
    // A view needs nobody's backing, the numbers in it do.
    const reasons = hasFigures(claim) ? [checkNumbers, checkDates].flatMap((check) => check(evidence)) : []
    return { ...aligned, isView: reasons.length === 0, reasons }
  }
  return {
    ...aligned,
    isView: false,
    isCopied: (likeness?.sequence ?? 0) >= copied,
    reasons: checks.flatMap((check) => check(evidence)),
  }
}

/** From this share of its words in the source's order on a sentence is the source's own. */
const copied = 0.9

/** "Take ten minutes for it" counts nothing that a source could tell. */
const hasFigures = ({ quantities, dates }: Statement) =>
  dates.length > 0 || quantities.some(({ isWord }) => !isWord)

function backingOf(alignment: Alignment, index: SourceIndex): Range[] {
  return alignment.chosen
    .flatMap((sentence) => {
      const found = index.sentences[sentence]
      return found ? [trimmed(index.text, found)] : []
    })
    .sort((a, b) => a.start - b.start)
}

function conclude(judged: readonly Judged[], quotes: readonly Reason[]): Support {
  const reasons = [...judged.flatMap((each) => each.reasons), ...quotes].filter(isFirstOfItsPlace)
  const claims = judged.filter((each) => !each.isView)
  const backed = claims.filter((each) => !isGravest(each))
  return {
    verdict: verdictOf(claims, reasons),
    reasons,
    spans: mergeRanges(backed.flatMap((each) => each.spans)),
  }
}

/** One thing is told once: what lies within what was told already adds nothing. */
function isFirstOfItsPlace({ at }: Reason, index: number, all: readonly Reason[]): boolean {
  return !all.slice(0, index).some((other) => other.at.start <= at.start && other.at.end >= at.end)
}

/** Whether nothing of a claim is in the source. */
const isGravest = ({ claim, reasons }: Judged) =>
  reasons.some(({ code, at }) => gravest.has(code) && at.start <= claim.start && at.end >= claim.end)

function verdictOf(claims: readonly Judged[], reasons: readonly Reason[]): Verdict {
  if (reasons.length === 0) return claims.length === 0 ? 'opinion' : 'supported'
  const isWhole = claims.every(isGravest)
  return isWhole ? 'unsupported' : 'partly'
}

function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else merged.push({ ...range })
  }
  return merged
}

function trimmed(text: string, { start, end }: Range): Range {
  const inside = text.slice(start, end)
  return { start: start + (inside.length - inside.trimStart().length), end: start + inside.trimEnd().length }
}
