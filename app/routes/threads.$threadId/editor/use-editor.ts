import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Editor, EditorState } from './editor.ts'

export const EditorContext = createContext<Editor | null>(null)

/** The editor of the page's thread; null where the thread can't be edited now. */
export const useMaybeEditor = (): Editor | null => useContext(EditorContext)

export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('This part of the page belongs within an editor.')
  return editor
}

/** A part of what is edited. Whoever reads it is drawn again only when that part is another: it must be kept as it is. */
export function useEdited<Part>(read: (state: EditorState) => Part): Part {
  const { store } = useEditor()
  const snapshot = () => read(store.get())
  return useSyncExternalStore(store.subscribe, snapshot, snapshot)
}
