import type { ReactNode } from 'react'
import type { MarkedBlock, Piece } from './passages.ts'
import { type Lit, passageId, tweetId } from './use-lit.ts'

type MarkedTextProps = { marked: MarkedBlock[]; lit: Lit; onTweet: () => void }

/** The source's text as it was read, its used passages marked and numbered by the tweets that use them. */
export function MarkedText({ marked, lit, onTweet }: MarkedTextProps) {
  return (
    <div className="mt-5 space-y-4 font-serif text-[1.1875rem] leading-[1.6] wrap-anywhere">
      {groupLists(marked).map((group) =>
        group.list ? (
          <ul key={group.start} className="list-disc space-y-1.5 ps-6 marker:text-muted">
            {group.blocks.map((block) => (
              <li key={block.block.start} dir="auto">
                <Pieces marked={block} lit={lit} onTweet={onTweet} />
              </li>
            ))}
          </ul>
        ) : (
          group.blocks.map((block) => (
            <BlockElement key={block.block.start} marked={block}>
              <Pieces marked={block} lit={lit} onTweet={onTweet} />
            </BlockElement>
          ))
        ),
      )}
    </div>
  )
}

function BlockElement({ marked, children }: { marked: MarkedBlock; children: ReactNode }) {
  const { kind, level = 2 } = marked.block
  switch (kind) {
    case 'heading':
      // One level for all: the article's own levels may skip, and the page's outline must not.
      return (
        <h3
          dir="auto"
          className={`pt-3 leading-snug font-semibold ${level <= 2 ? 'text-[1.375rem]' : 'text-xl'}`}
        >
          {children}
        </h3>
      )
    case 'quote':
      return (
        <blockquote dir="auto" className="border-s-2 border-hairline ps-4 text-muted italic">
          {children}
        </blockquote>
      )
    case 'code':
    case 'table':
      return (
        <pre className="rounded-control bg-sunken p-3 font-mono text-sm leading-relaxed whitespace-pre-wrap">
          {children}
        </pre>
      )
    default:
      return (
        <p dir="auto" className="whitespace-pre-line">
          {children}
        </p>
      )
  }
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

type Group = { start: number; list: boolean; blocks: MarkedBlock[] }

/** List items that follow each other belong to one list. */
function groupLists(marked: MarkedBlock[]): Group[] {
  const groups: Group[] = []
  for (const block of marked) {
    const list = block.block.kind === 'list-item'
    const last = groups.at(-1)
    if (list && last?.list) last.blocks.push(block)
    else groups.push({ start: block.block.start, list, blocks: [block] })
  }
  return groups
}
