import { Plus } from 'lucide-react'
import { memo } from 'react'
import { ThreadItem } from '#app/ui/ThreadLine.tsx'
import { tweetId as anchorOf, type Lit } from '../use-lit.ts'
import type { Asks } from './asks.ts'
import { EditedCard } from './EditedCard.tsx'
import type { Ask } from './use-ask.ts'
import { useEditor } from './use-editor.ts'

export type EditedItemProps = {
  threadId: string
  tweetId: string
  position: number
  total: number
  limit: number
  isLit: boolean
  onLit: Lit['tweet']
  onPassage: () => void
  asks: Asks | null
  onAsk: Ask
}

/** A tweet on the line, and a way to put another after it. */
export const EditedItem = memo(function EditedItem(props: EditedItemProps) {
  const { tweetId, position, isLit, onLit } = props
  const editor = useEditor()
  return (
    <ThreadItem
      id={anchorOf(position)}
      lit={isLit}
      onMouseEnter={() => onLit(position)}
      onMouseLeave={() => onLit(null)}
      onFocus={() => onLit(position)}
      onBlur={() => onLit(null)}
    >
      <EditedCard {...props} />
      <button
        type="button"
        tabIndex={-1}
        aria-label={`Add a tweet after tweet ${position}`}
        title="Add a tweet here"
        onClick={() => editor.addAfter(tweetId)}
        className="add-here"
      >
        <Plus aria-hidden className="size-3.5" />
      </button>
    </ThreadItem>
  )
})
