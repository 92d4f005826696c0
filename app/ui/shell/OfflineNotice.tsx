import { useBlocker } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { type Held, isReachable, onHeld, tellHeld } from './connection.ts'

/** Long enough to be read, in milliseconds. */
const shownFor = 8_000

const words: Record<Held, string> = {
  page: 'You are offline, so this page stays. Try again once you are connected.',
  part: 'This part isn’t loaded yet, and there is no connection. Try again once you are connected.',
  form: 'You are offline. Nothing was sent, and what you typed stays here: send it again once you are connected.',
}

/**
 * Keeps a page that is open from being lost for a link that can't be followed or a form that can't be sent: offline, an error
 * would stand in the place of this one, with what was typed. Says so instead.
 */
export function OfflineNotice() {
  const [held, setHeld] = useState<{ what: Held; id: number } | null>(null)
  const isLetThrough = useRef(false)

  useEffect(() => onHeld((what) => setHeld((before) => ({ what, id: (before?.id ?? 0) + 1 }))), [])
  useEffect(() => {
    const hold = (event: Event, what: Held, again: () => void) => {
      event.preventDefault()
      event.stopPropagation()
      void isReachable().then((reachable) => {
        if (!reachable) return tellHeld(what)
        isLetThrough.current = true
        again()
        isLetThrough.current = false
      })
    }
    const isHeld = () => !navigator.onLine && !isLetThrough.current
    const clicked = (event: MouseEvent) => {
      if (!isHeld() || event.ctrlKey || event.metaKey || event.shiftKey) return
      const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[href]')
      if (!link || link.target === '_blank' || link.origin !== location.origin || isHere(link)) return
      hold(event, 'page', () => link.click())
    }
    const sent = (event: SubmitEvent) => {
      const { target: form, submitter } = event
      // What isn't posted is for the page itself, or changes where one is, which is held below.
      if (!isHeld() || !(form instanceof HTMLFormElement) || form.method !== 'post') return
      hold(event, 'form', () => form.requestSubmit(submitter))
    }
    // Before the router hears of it.
    document.addEventListener('click', clicked, true)
    document.addEventListener('submit', sent, true)
    return () => {
      document.removeEventListener('click', clicked, true)
      document.removeEventListener('submit', sent, true)
    }
  }, [])

  // Wherever else one would be led: by the palette, a search while one types, the way back.
  const blocker = useBlocker(({ currentLocation: from, nextLocation: to }) => {
    const isWithin = from.pathname === to.pathname && from.search === to.search && to.hash !== ''
    return !navigator.onLine && !isLetThrough.current && !isWithin
  })
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    void isReachable().then((reachable) => {
      if (reachable) return blocker.proceed()
      blocker.reset()
      tellHeld('page')
    })
  }, [blocker])

  useEffect(() => {
    if (held === null) return
    const timer = setTimeout(() => setHeld(null), shownFor)
    return () => clearTimeout(timer)
  }, [held])

  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-20 flex justify-center px-4 pb-[max(1rem,env(safe-area-inset-bottom))]"
    >
      {held !== null && (
        <p className="max-w-lg rounded-card bg-ink px-4 py-3 text-[0.9375rem] text-paper shadow-sm">
          {words[held.what]}
        </p>
      )}
    </div>
  )
}

/** A place on this very page, which is there already. */
const isHere = ({ pathname, search }: HTMLAnchorElement) =>
  pathname === location.pathname && search === location.search
