import { reasonSentence } from '#app/features/support/reason-sentence.ts'
import type { Reason } from '#app/features/support/verdict.ts'

/** Why a tweet is doubted: a sentence for each thing in it that the source says otherwise, or not at all. */
export function Doubts({ reasons, text }: { reasons: readonly Reason[]; text: string }) {
  if (reasons.length === 0) return null
  return (
    <ul dir="auto" className="mx-4 mt-3 space-y-1 border-l-2 border-warn pl-3 text-sm text-muted">
      {reasons.map((reason) => (
        <li key={`${reason.code} ${reason.at.start}`} className="wrap-anywhere">
          {reasonSentence(reason, text)}
        </li>
      ))}
    </ul>
  )
}
