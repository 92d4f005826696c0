import { GripVertical } from 'lucide-react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { quietControlClass } from '#app/ui/quiet-control.ts'
import { dragItem } from './drag-item.ts'
import { useEditor } from './use-editor.ts'

type MoveHandleProps = { tweetId: string; position: number; total: number }

/** A tweet is taken here and put elsewhere: by the pointer, a finger, or the arrow keys. */
export function MoveHandle({ tweetId, position, total }: MoveHandleProps) {
  const editor = useEditor()
  function take(event: PointerEvent<HTMLButtonElement>) {
    const item = event.currentTarget.closest('li')
    if (item) dragItem(event.nativeEvent, item, (to) => editor.moveTo(tweetId, to))
  }
  function keyDown(event: KeyboardEvent) {
    const to = { ArrowUp: position - 2, ArrowDown: position, Home: 0, End: total - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    if (to >= 0 && to < total) {
      editor.moveTo(tweetId, to)
      editor.speak(`Moved to place ${to + 1} of ${total}.`)
    }
  }
  return (
    <button
      type="button"
      aria-label={`Move tweet ${position}`}
      aria-keyshortcuts="ArrowUp ArrowDown"
      title="Drag to another place, or move with the arrow keys"
      onPointerDown={take}
      onKeyDown={keyDown}
      className={`${quietControlClass} touch-none cursor-grab gap-0.5 px-1 tabular-nums select-none active:cursor-grabbing`}
    >
      <GripVertical aria-hidden className="size-4" />
      {position}
    </button>
  )
}
