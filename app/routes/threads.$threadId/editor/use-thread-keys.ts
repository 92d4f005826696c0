import { useEffect } from 'react'
import type { Editor } from './editor.ts'

/** Keys that hold for the whole thread, wherever the focus is. */
export function useThreadKeys(editor: Editor | null): void {
  useEffect(() => {
    if (!editor) return
    const ending = new AbortController()
    document.addEventListener('keydown', (event) => pressed(event, editor), { signal: ending.signal })
    return () => ending.abort()
  }, [editor])
}

function pressed(event: KeyboardEvent, editor: Editor): void {
  if (event.isComposing || event.defaultPrevented || document.querySelector('dialog[open]')) return
  const isTweet = event.target instanceof Element && event.target.closest('.tweet-words') !== null
  const isField =
    !isTweet && event.target instanceof Element && event.target.matches('input, textarea, select')
  if ((event.metaKey || event.ctrlKey) && commanded(event, editor, isField)) event.preventDefault()
}

function commanded(event: KeyboardEvent, editor: Editor, isField: boolean): boolean {
  if (event.altKey) return false
  switch (event.key.toLowerCase()) {
    case 'z':
      // A field that isn't the thread's takes back its own letters.
      if (isField) return false
      if (event.shiftKey) editor.redo()
      else editor.undo()
      return true
    case 'y':
      if (isField || event.metaKey) return false
      editor.redo()
      return true
    case 'f':
      // Elsewhere it is the browser's, which finds in the article too.
      if (!(event.target instanceof Element && event.target.closest('#thread'))) return false
      editor.open({ kind: 'find' })
      return true
    case 's':
      void editor.flush()
      return true
    default:
      return false
  }
}
