import { useEffect } from 'react'
import type { Editor } from './editor.ts'
import { isSame } from './editor-state.ts'

/** Asks before the page goes only where something typed is neither saved nor kept on this device. */
export function useLeaveWarning({ store }: Editor): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      const { document, base, kept } = store.get()
      if (document !== kept && !isSame(document, base)) event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [store])
}
