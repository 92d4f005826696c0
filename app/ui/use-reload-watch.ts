import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/** Between two looks, in milliseconds; it grows, since a page that takes long takes long. */
const firstPause = 500
const usualLongest = 5_000

/** Asks the page's loader again, at growing pauses of at most `longestPause` milliseconds, while something is at work. */
export function useReloadWatch(atWork: boolean, longestPause = usualLongest): void {
  const { revalidate, state } = useRevalidator()
  const pause = useRef(firstPause)
  useEffect(() => {
    if (!atWork) {
      pause.current = firstPause
      return
    }
    if (state !== 'idle') return
    const timer = setTimeout(() => {
      pause.current = Math.min(longestPause, pause.current * 1.5)
      revalidate()
    }, pause.current)
    return () => clearTimeout(timer)
  }, [atWork, state, revalidate, longestPause])
}
