import type { ClipboardEvent } from 'react'
import type { Editor } from './editor.ts'

/** A short text is pasted as everywhere; one that no tweet holds becomes as many as it needs, and may be taken back. */
export function pasted(event: ClipboardEvent<HTMLTextAreaElement>, editor: Editor, tweetId: string): void {
  const text = event.clipboardData.getData('text/plain')
  const { selectionStart: start, selectionEnd: end } = event.currentTarget
  if (editor.pasteLong({ tweetId, start, end }, text)) event.preventDefault()
}
