import type { Range } from '#app/features/segmentation/sentences.ts'
import { countMarks } from './count-marks.ts'

/**
 * The same words as the field in front of it, unseen but for their marks: what the network makes a link of, and what is
 * over the limit. Its height is the field's. The number that the tweet is posted with stands after them.
 */
type MarkedLayerProps = { text: string; number: string; hit: Range | null }

export function MarkedLayer({ text, number, hit }: MarkedLayerProps) {
  return (
    <div aria-hidden dir="auto" className="tweet-words pointer-events-none select-none text-transparent">
      {countMarks(text, number, hit).map(({ start, text: piece, isLinked, isOver, isHit }) => (
        <span
          key={start}
          className={`${isLinked ? 'underline decoration-accent decoration-2 underline-offset-4' : ''} ${isHit ? 'bg-lit' : isOver ? 'bg-removed' : ''}`}
        >
          {piece}
        </span>
      ))}
      {number === '' ? <Rest text={text} /> : <span className="text-muted">{number}</span>}
    </div>
  )
}

/** A line that was begun has a height before anything stands in it. */
const Rest = ({ text }: { text: string }) => (text === '' || text.endsWith('\n') ? '\u200b' : null)
