import type { PassageChange } from '#app/features/sources/compare-texts.ts'
import { ChangedWords } from '#app/ui/ChangedWords.tsx'

/** What turns one text into another, passage by passage. */
export function Changes({ changes }: { changes: PassageChange[] }) {
  return (
    <div className="mt-3 max-h-[28rem] space-y-3 overflow-y-auto rounded-card border border-hairline bg-surface p-4 font-serif text-[1.0625rem] leading-relaxed wrap-anywhere">
      {changes.map((change, index) =>
        'same' in change ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the changes of two texts never move
          <p key={index} className="font-sans text-sm text-muted">
            {change.same === 1 ? 'One passage is the same.' : `${change.same} passages are the same.`}
          </p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: likewise
          <p key={index} dir="auto" className="whitespace-pre-line">
            <ChangedWords words={change.words} />
          </p>
        ),
      )}
    </div>
  )
}
