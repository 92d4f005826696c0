import { sentences } from '#app/features/segmentation/sentences.ts'
import { reasonSentence } from '#app/features/support/reason-sentence.ts'
import { isDoubted, type Reason, type ReasonCode } from '#app/features/support/verdict.ts'
import { removeTweet } from '../document/edits/arrange-tweets.ts'
import { type Finding, type Fix, found, type Looked } from './finding.ts'
import { replaceRange, textFix } from './replace-range.ts'

/** Doubts where the source's own word, number or name can stand in the place of the tweet's. */
const exchangeable = new Set<ReasonCode>([
  'number-not-found',
  'unit-differs',
  'currency-differs',
  'date-not-found',
  'other-word',
  'name-of-another',
])

/** What the source doesn't back, as long as its owner hasn't called it an opinion. The text that comes of a fix is checked again. */
export function doubted(looked: Looked): Finding[] {
  const { tweet, thread } = looked
  const support = thread.support.get(tweet.id)
  if (!support || !isDoubted(support.verdict)) return []
  const reasons = [...support.reasons].sort((a, b) => a.at.start - b.at.start)
  const [first] = reasons
  const more = reasons.length - 1
  const told = first ? reasonSentence(first, tweet.text) : 'Nothing in the source was found that says this.'
  return [
    found(looked, {
      code: 'doubted',
      level: 'look',
      message:
        more > 0 ? `${told} ${more === 1 ? 'One more doubt' : `${more} more doubts`} beside it.` : told,
      fix: fixOf(looked, reasons),
    }),
  ]
}

function fixOf({ tweet, thread }: Looked, reasons: readonly Reason[]): Fix | null {
  const { text, id } = tweet
  const exchanged = reasons.filter(({ code, found }) => exchangeable.has(code) && found !== null)
  if (reasons.length > 0 && exchanged.length === reasons.length && areApart(exchanged)) {
    const fixed = exchanged.reduceRight((said, { at, found }) => replaceRange(said, at, found ?? ''), text)
    return textFix(id, fixed, 'Say it as the source does')
  }
  const all = sentences(text, thread.language ?? undefined)
  const kept = all.filter(({ start, end }) => !reasons.some(({ at }) => at.start < end && start < at.end))
  if (reasons.length > 0 && kept.length > 0) {
    const rest = kept
      .map(({ start, end }) => text.slice(start, end))
      .join('')
      .trim()
    return textFix(
      id,
      rest,
      kept.length === all.length - 1 ? 'Leave the sentence out' : 'Leave the sentences out',
    )
  }
  if (thread.document.tweets.length === 1) return null
  return { label: 'Take the tweet out', note: null, edit: (document) => removeTweet(document, id) }
}

const areApart = (reasons: readonly Reason[]) =>
  reasons.every(({ at }, index) => index === 0 || (reasons[index - 1]?.at.end ?? 0) <= at.start)
