import { Plus } from 'lucide-react'
import { memo } from 'react'
import { ThreadItem } from '#app/ui/ThreadLine.tsx'
import { tweetId as anchorOf } from '../use-lit.ts'
import { EditedCard, type EditedCardProps } from './EditedCard.tsx'
import { useEditor } from './use-editor.ts'

/** A tweet on the line, and a way to put another after it. */
export const EditedItem = memo(function EditedItem(props: EditedCardProps) {
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
