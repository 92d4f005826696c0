import { Plus } from 'lucide-react'
import { useRef } from 'react'
import { quietControlClass } from '#app/ui/quiet-control.ts'
import { ThreadLine } from '#app/ui/ThreadLine.tsx'
import type { Lit } from '../use-lit.ts'
import type { Asks } from './asks.ts'
import { EditedItem } from './EditedItem.tsx'
import { useAsk } from './use-ask.ts'
import { useEdited, useEditor } from './use-editor.ts'

type EditedListProps = {
  threadId: string
  limit: number
  lit: Lit
  onPassage: () => void
  /** What may be asked for each stored tweet, and what was, by its id. */
  asks: ReadonlyMap<string, Asks>
}

/** The thread's tweets in their order, each to be typed in, moved and changed. */
export function EditedList({ threadId, limit, lit, onPassage, asks }: EditedListProps) {
  const editor = useEditor()
  const ids = useOrder()
  const ask = useAsk()
  return (
    <>
      <ThreadLine>
        {ids.map((id, index) => (
          <EditedItem
            key={id}
            threadId={threadId}
            tweetId={id}
            position={index + 1}
            total={ids.length}
            limit={limit}
            isLit={lit.position === index + 1}
            onLit={lit.tweet}
            onPassage={onPassage}
            asks={asks.get(id) ?? null}
            onAsk={ask}
          />
        ))}
      </ThreadLine>
      <button type="button" onClick={editor.addLast} className={`${quietControlClass} ml-9`}>
        <Plus aria-hidden className="size-4" />
        Add a tweet
      </button>
    </>
  )
}

/** The tweets' ids in order; the very same list until one comes, goes or moves. */
function useOrder(): string[] {
  const known = useRef<string[]>([])
  return useEdited(({ document: { tweets } }) => {
    const before = known.current
    const isSame = tweets.length === before.length && tweets.every(({ id }, index) => id === before[index])
    if (!isSame) known.current = tweets.map(({ id }) => id)
    return known.current
  })
}
