import type { PassageChange, WordChange } from '#app/features/sources/compare-texts.ts'

/** What turns one text into another: struck out and underlined, so that it is told apart without colours too. */
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
            {change.words.map((word, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: likewise
              <Word key={at} word={word} />
            ))}
          </p>
        ),
      )}
    </div>
  )
}

function Word({ word: { text, change } }: { word: WordChange }) {
  if (change === 'removed') return <del className="bg-removed text-bad decoration-1">{text}</del>
  if (change === 'added')
    return <ins className="bg-added text-good decoration-1 underline-offset-2">{text}</ins>
  return text
}
