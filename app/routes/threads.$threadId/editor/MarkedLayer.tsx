import { countedLength } from '#app/features/counting/count.ts'
import { textRuns } from '#app/features/counting/text-runs.ts'
import type { Range } from '#app/features/segmentation/sentences.ts'

type MarkedLayerProps = { text: string; number: string; limit: number; hit: Range | null }

/**
 * The same words as the field in front of it, unseen but for their marks: what the network makes a link of, and what is
 * over the limit. Its height is the field's. The number that the tweet is posted with stands after them.
 */
export function MarkedLayer({ text, number, limit, hit }: MarkedLayerProps) {
  const runs = textRuns(text.trimEnd(), 'x', limit - countedLength(number, 'x'))
  return (
    <div aria-hidden dir="auto" className="tweet-words pointer-events-none select-none text-transparent">
      {runs.flatMap(({ kind, start, end, isOver }) =>
        cutAt(start, end, hit).map((piece) => (
          <span
            key={piece.start}
            className={`${kind === 'text' ? '' : 'underline decoration-accent decoration-2 underline-offset-4'} ${isHit(piece, hit) ? 'bg-lit' : isOver ? 'bg-removed' : ''}`}
          >
            {text.slice(piece.start, piece.end)}
          </span>
        )),
      )}
      {text.slice(text.trimEnd().length)}
      {number === '' ? <Rest text={text} /> : <span className="text-muted">{number}</span>}
    </div>
  )
}

/** A run, parted where what was looked for begins and ends in it. */
function cutAt(start: number, end: number, hit: Range | null): Range[] {
  const cuts = hit ? [hit.start, hit.end].filter((at) => start < at && at < end) : []
  const ends = [start, ...cuts, end]
  return ends.slice(1).map((to, index) => ({ start: ends[index] ?? start, end: to }))
}

const isHit = (piece: Range, hit: Range | null) =>
  hit !== null && hit.start <= piece.start && piece.end <= hit.end

/** A line that was begun has a height before anything stands in it. */
const Rest = ({ text }: { text: string }) => (text === '' || text.endsWith('\n') ? '\u200b' : null)
