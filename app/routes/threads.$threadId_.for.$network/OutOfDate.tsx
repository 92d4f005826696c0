import type { WordChange } from '#app/features/sources/compare-texts.ts'
import { ChangedWords } from '#app/ui/ChangedWords.tsx'
import { DeedButton } from './DeedButton.tsx'
import type { ShownPart } from './variant-props.ts'

type OutOfDateProps = { part: ShownPart; words: readonly WordChange[]; version: number }

/** That the thread says a tweet otherwise by now than when the variant's own words were written, and what it changed. */
export function OutOfDate({ part: { tweetId, master, position }, words, version }: OutOfDateProps) {
  const fields = { version, tweetId }
  return (
    <div className="mt-3 rounded-r-control border-l-2 border-warn bg-sunken px-3 py-2">
      <p className="text-sm font-medium">The thread says it otherwise since:</p>
      <p dir="auto" className="mt-1 text-[0.9375rem] whitespace-pre-line wrap-anywhere">
        <ChangedWords words={words} />
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <DeedButton
          intent="keep"
          label="Keep mine"
          about={`tweet ${position}`}
          fields={{ ...fields, madeFrom: master }}
        />
        <DeedButton intent="follow" label="Take the thread’s" about={`tweet ${position}`} fields={fields} />
      </div>
    </div>
  )
}
