import { useEffect, useState } from 'react'

/** Long enough to be read, in milliseconds. */
const shownFor = 6_000

/**
 * Keeps a page that is open from being lost for a link that can't be followed: offline, the browser would put a page of its
 * own in the place of this one, with what was typed. Says so instead.
 */
export function OfflineNotice() {
  const [held, setHeld] = useState(0)

  useEffect(() => {
    const hold = (event: MouseEvent) => {
      if (navigator.onLine || event.ctrlKey || event.metaKey || event.shiftKey) return
      const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[href]')
      if (!link || link.target === '_blank' || link.origin !== location.origin || isHere(link)) return
      event.preventDefault()
      event.stopPropagation()
      setHeld((before) => before + 1)
    }
    // Before the router hears of it.
    document.addEventListener('click', hold, true)
    return () => document.removeEventListener('click', hold, true)
  }, [])

  useEffect(() => {
    if (held === 0) return
    const timer = setTimeout(() => setHeld(0), shownFor)
    return () => clearTimeout(timer)
  }, [held])

  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-20 flex justify-center px-4 pb-[max(1rem,env(safe-area-inset-bottom))]"
    >
      {held > 0 && (
        <p className="max-w-lg rounded-card bg-ink px-4 py-3 text-[0.9375rem] text-paper shadow-sm">
          You are offline, so this page stays. Try again once you are connected.
        </p>
      )}
    </div>
  )
}

/** A place on this very page, which is there already. */
const isHere = ({ pathname, search }: HTMLAnchorElement) =>
  pathname === location.pathname && search === location.search
