import { TextBlocks } from '#app/ui/TextBlocks.tsx'
import type { MarkedBlock, Piece } from './passages.ts'
import { type Lit, passageId, tweetId } from './use-lit.ts'

type MarkedTextProps = { marked: MarkedBlock[]; lit: Lit; onTweet: () => void }

/** The source's text as it was read, its used passages marked and numbered by the tweets that use them. */
export function MarkedText({ marked, lit, onTweet }: MarkedTextProps) {
  return (
    <div className="mt-5">
      <TextBlocks blocks={marked.map((one) => ({ ...one.block, marked: one }))}>
        {(block) => <Pieces marked={block.marked} lit={lit} onTweet={onTweet} />}
      </TextBlocks>
    </div>
  )
}

function Pieces({ marked, lit, onTweet }: { marked: MarkedBlock; lit: Lit; onTweet: () => void }) {
  return marked.pieces.map((piece) =>
    piece.tweets.length === 0 ? (
      piece.text
    ) : (
      <Passage key={piece.start} piece={piece} lit={lit} onTweet={onTweet} />
    ),
  )
}

function Passage({ piece, lit, onTweet }: { piece: Piece; lit: Lit; onTweet: () => void }) {
  const [foremost = null] = piece.tweets
  return (
    <mark
      className="passage"
      data-lit={(lit.position !== null && piece.tweets.includes(lit.position)) || undefined}
      onMouseEnter={() => lit.passage(foremost)}
      onMouseLeave={() => lit.passage(null)}
    >
      {piece.first.map((position) => (
        <span key={position} id={passageId(position)} className="scroll-mt-24" />
      ))}
      {piece.text.trimEnd()}
      {piece.ending.map((position) => (
        <a
          key={position}
          href={`#${tweetId(position)}`}
          aria-label={`Tweet ${position}`}
          onClick={onTweet}
          onFocus={() => lit.passage(position)}
          onBlur={() => lit.passage(null)}
          className="mx-0.5 px-1 align-[0.25em] font-sans text-xs font-semibold text-accent tabular-nums no-underline hover:underline"
        >
          {position}
        </a>
      ))}
      {piece.text.slice(piece.text.trimEnd().length)}
    </mark>
  )
}
