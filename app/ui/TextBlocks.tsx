import type { ReactNode } from 'react'

/** A passage of a text as it was read. */
export type TextBlock = {
  kind: 'heading' | 'paragraph' | 'list-item' | 'quote' | 'code' | 'table'
  level?: number | undefined
  /** Where it begins, which no two do at one place. */
  start: number
}

type TextBlocksProps<Block extends TextBlock> = { blocks: Block[]; children: (block: Block) => ReactNode }

/** A text in its passages, each shown as what it is. `children` draws what is in one. */
export function TextBlocks<Block extends TextBlock>({ blocks, children }: TextBlocksProps<Block>) {
  return (
    <div className="space-y-4 font-serif text-[1.1875rem] leading-[1.6] wrap-anywhere">
      {groupLists(blocks).map((group) =>
        group.list ? (
          <ul key={group.start} className="list-disc space-y-1.5 ps-6 marker:text-muted">
            {group.blocks.map((block) => (
              <li key={block.start} dir="auto">
                {children(block)}
              </li>
            ))}
          </ul>
        ) : (
          group.blocks.map((block) => (
            <BlockElement key={block.start} block={block}>
              {children(block)}
            </BlockElement>
          ))
        ),
      )}
    </div>
  )
}

function BlockElement({ block: { kind, level = 2 }, children }: { block: TextBlock; children: ReactNode }) {
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

type Group<Block> = { start: number; list: boolean; blocks: Block[] }

/** List items that follow each other belong to one list. */
function groupLists<Block extends TextBlock>(blocks: Block[]): Group<Block>[] {
  const groups: Group<Block>[] = []
  for (const block of blocks) {
    const list = block.kind === 'list-item'
    const last = groups.at(-1)
    if (list && last?.list) last.blocks.push(block)
    else groups.push({ start: block.start, list, blocks: [block] })
  }
  return groups
}
