import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Hint } from '#app/features/threads/lint/finding.ts'
import { createEditor, type Editor } from './editor.ts'
import { browserCopies } from './local-copies.ts'
import { type Stored, threadWire } from './wire.ts'

export type EditedThread = {
  threadId: string
  language: string | null
  source: string | null
  stored: Stored
  hints: readonly Hint[]
}

const never = () => () => {}

/**
 * The editor of a thread, once the page's script runs and as long as there is a thread to edit (`null`: it is being
 * written). What the loader tells of the thread later is taken in.
 */
export function useThreadEditor(thread: EditedThread | null): Editor | null {
  const isLive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const [editor, setEditor] = useState<Editor | null>(null)
  const wanted = isLive ? thread : null
  let current = wanted ? editor : null
  if (wanted && !editor) {
    current = createEditor({
      ...wanted,
      wire: threadWire(wanted.threadId, (input, init) => fetch(input, init)),
      copies: browserCopies(),
    })
    setEditor(current)
  }
  const isOpen = wanted !== null
  useEffect(() => (isOpen ? editor?.start() : undefined), [editor, isOpen])
  const stored = wanted?.stored ?? null
  useEffect(() => {
    if (stored) editor?.take(stored)
  }, [editor, stored])
  return current
}
