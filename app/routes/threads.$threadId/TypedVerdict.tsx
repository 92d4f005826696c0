import type { Range } from '#app/features/segmentation/sentences.ts'
import { Doubts } from './Doubts.tsx'
import { useSupportPreview } from './support-preview.ts'
import { VerdictMark } from './VerdictMark.tsx'
import { isDoubted } from './verdict-words.ts'

type TypedVerdictProps = {
  typed: string
  /** Where the tweet is known to come from. */
  spans: readonly Range[]
  /** Whether something was typed that isn't saved. */
  isUnsaved: boolean
}

/** What the source backs of a text while it is typed. Its saving says it aloud; this is for the eye. */
export function TypedVerdict({ typed, spans, isUnsaved }: TypedVerdictProps) {
  const preview = useSupportPreview(typed, spans, isUnsaved)
  if (!preview) return null
  const { text, support } = preview
  return (
    <div className="mt-3 text-sm text-muted">
      <p className="flex flex-wrap items-center gap-x-2">
        As typed: {!isDoubted(support.verdict) && <VerdictMark verdict={support.verdict} />}
      </p>
      <div className="-mx-4 text-ink">
        <Doubts verdict={support.verdict} reasons={support.reasons} text={text} />
      </div>
    </div>
  )
}
