import type { KeyboardEvent } from 'react'
import type { Editor } from './editor.ts'

/** Keys while a tweet is typed in. Those that choose from an input method's list belong to it. */
export function keyDown(event: KeyboardEvent<HTMLTextAreaElement>, editor: Editor, tweetId: string): void {
  if (event.nativeEvent.isComposing) return
  const done = event.altKey
    ? arranged(event.key, editor, tweetId)
    : event.metaKey || event.ctrlKey
      ? commanded(event, editor, tweetId)
      : atTheEdge(event, editor, tweetId)
  if (done) event.preventDefault()
}

function arranged(key: string, editor: Editor, tweetId: string): boolean {
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return false
  editor.moveBy(tweetId, key === 'ArrowUp' ? -1 : 1)
  return true
}

function commanded(event: KeyboardEvent<HTMLTextAreaElement>, editor: Editor, tweetId: string): boolean {
  if (event.key === 'Enter') {
    if (event.shiftKey) editor.addAfter(tweetId)
    else editor.split(tweetId, event.currentTarget.selectionStart)
    return true
  }
  if (event.key === 'Backspace' && event.shiftKey) {
    editor.remove(tweetId)
    return true
  }
  return false
}

/** At a text's very start or end, what would go beyond it does. */
function atTheEdge(event: KeyboardEvent<HTMLTextAreaElement>, editor: Editor, tweetId: string): boolean {
  const { selectionStart: start, selectionEnd: end, value } = event.currentTarget
  if (event.shiftKey || start !== end) return false
  const [isFirst, isLast] = [start === 0, end === value.length]
  switch (event.key) {
    case 'Backspace':
      return isFirst && editor.mergeUp(tweetId)
    case 'Delete':
      return isLast && editor.mergeDown(tweetId)
    case 'ArrowUp':
      return isFirst && editor.goTo(tweetId, -1)
    case 'ArrowDown':
      return isLast && editor.goTo(tweetId, 1)
    default:
      return false
  }
}
