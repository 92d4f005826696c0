import type { Stored, Wire } from './wire.ts'

type FollowingOptions = {
  threadId: string
  wire: Wire
  version: () => number
  /** The server holds another version than the one known here. */
  changed: (stored: Stored) => void
  /** Somebody is back, or the connection is: what could not be saved may be now. */
  back: () => void
  /** Nobody looks at the page any more, or it goes. */
  leave: () => void
}

/** Keeps up with what other tabs of this browser and other devices do to the thread. */
export function followOthers(options: FollowingOptions) {
  // Browsers without it follow when they are looked at.
  const openChannel = () =>
    typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('threadr-threads')
  const channel = openChannel()
  const ending = new AbortController()
  const { signal } = ending

  async function look() {
    const answer = await options.wire.read(options.version())
    if (!signal.aborted && answer.state === 'changed') options.changed(answer)
  }
  const back = () => {
    options.back()
    void look()
  }
  channel?.addEventListener('message', ({ data }) => {
    if (data?.threadId === options.threadId && data.version > options.version()) void look()
  })
  document.addEventListener(
    'visibilitychange',
    () => (document.visibilityState === 'hidden' ? options.leave() : back()),
    { signal },
  )
  addEventListener('pagehide', options.leave, { signal })
  addEventListener('pageshow', (event) => event.persisted && back(), { signal })
  addEventListener('focus', back, { signal })
  addEventListener('online', back, { signal })

  // The page may have been told by a loader that was asked before the last save, or come out of the browser's memory.
  void look()

  return {
    /** Also what was saved while the page went: the other tabs are still there. */
    tell(version: number) {
      const to = signal.aborted ? openChannel() : channel
      to?.postMessage({ threadId: options.threadId, version })
      if (signal.aborted) to?.close()
    },
    stop() {
      ending.abort()
      channel?.close()
    },
  }
}
