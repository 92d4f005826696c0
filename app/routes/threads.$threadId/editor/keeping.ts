import type { EditorState } from './editor-state.ts'
import { isSame } from './editor-state.ts'
import type { LocalCopies, LocalCopy } from './local-copies.ts'
import type { Store } from './store.ts'

/** How long after a key the copy on this device is written, in milliseconds: a crash loses no more. */
const pause = 250

export type Keeping = {
  changed: () => void
  /** Writes at once what isn't saved, or takes the copy away where nothing is. */
  keep: () => Promise<void>
  /** While held, nothing is kept on this device, not even what was. */
  hold: (isHeld: boolean) => void
  stop: () => void
}

/** Keeps on this device what the server doesn't have yet. */
export function createKeeping(
  store: Store<EditorState>,
  copies: LocalCopies,
  { threadId, page }: Pick<LocalCopy, 'threadId' | 'page'>,
): Keeping {
  let timer: ReturnType<typeof setTimeout> | undefined
  let hasCopy = false
  let isHeld = false

  async function keep(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const { document, base, stored, kept } = store.get()
    if (isHeld || isSame(document, base)) {
      if (hasCopy) hasCopy = !(await copies.remove({ threadId, page }))
      if (kept) store.set({ kept: null })
      return
    }
    const copy = {
      threadId,
      page,
      base: { version: stored.version, document: base },
      document,
      at: Date.now(),
    }
    const isWritten = await copies.write(copy)
    hasCopy ||= isWritten
    store.set({ kept: isWritten ? document : null })
  }

  return {
    changed() {
      timer ??= setTimeout(() => void keep(), pause)
    },
    keep,
    hold(asked) {
      if (asked === isHeld) return
      isHeld = asked
      void keep()
    },
    stop: () => clearTimeout(timer),
  }
}
