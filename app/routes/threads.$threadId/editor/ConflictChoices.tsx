import type { Conflict } from '#app/features/threads/document/merge/merge-documents.ts'
import { mergeTexts } from '#app/features/threads/document/merge/merge-texts.ts'
import { ChangedWords } from '#app/ui/ChangedWords.tsx'
import { type Choice, choicesOf } from './conflict-choices.ts'

type ConflictChoicesProps = {
  conflict: Conflict
  /** Where the tweet stands; null where it is to go. */
  position: number | null
  chosen: Choice
  onChoose: (choice: Choice) => void
}

/** One tweet that was changed twice: each way it may read, with what was changed in it. */
export function ConflictChoices({ conflict, position, chosen, onChoose }: ConflictChoicesProps) {
  const offers = choicesOf(conflict)
  return (
    <fieldset className="mt-4 border-t border-hairline pt-4">
      <legend className="float-left mb-2 w-full font-medium">
        {position === null ? 'A tweet' : `Tweet ${position}`}
      </legend>
      <div className={`clear-both grid gap-2 ${offers.length === 3 ? 'sm:grid-cols-3' : 'sm:grid-cols-2'}`}>
        {offers.map(({ choice, label, text }) => (
          <label
            key={choice}
            className="flex flex-col gap-2 rounded-card border border-hairline p-3 has-checked:border-accent has-checked:ring-1 has-checked:ring-accent"
          >
            <span className="flex items-center gap-2 text-sm font-medium">
              <input
                type="radio"
                name={`choice-${conflict.tweetId}`}
                checked={chosen === choice}
                onChange={() => onChoose(choice)}
                className="size-4 accent-accent"
              />
              {label}
            </span>
            <span dir="auto" className="text-[0.9375rem] whitespace-pre-line wrap-anywhere">
              {text === null ? (
                <span className="text-muted">Deleted</span>
              ) : (
                <ChangedWords words={wordsOf(conflict.base ?? '', text)} />
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type Word = { text: string; change: 'same' | 'added' | 'removed' }

/** What turned the text that both began with into this one. */
function wordsOf(base: string, text: string): Word[] {
  return mergeTexts(base, text, base).flatMap((segment): Word[] => {
    if (segment.kind === 'same') return [{ text: segment.text, change: 'same' }]
    const added = segment.kind === 'conflict' ? segment.mine : segment.text
    const words: Word[] = [
      { text: segment.base, change: 'removed' },
      { text: added, change: 'added' },
    ]
    return words.filter((word) => word.text !== '')
  })
}
