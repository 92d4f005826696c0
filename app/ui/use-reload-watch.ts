import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { isReachable } from './shell/connection.ts'

/** Between two looks, in milliseconds; it grows, since a page that takes long takes long. */
const firstPause = 500
const usualLongest = 5_000

/** Asks the page's loader again, at growing pauses of at most `longestPause` milliseconds, while something is at work. */
export function useReloadWatch(atWork: boolean, longestPause = usualLongest): void {
  const { revalidate, state } = useRevalidator()
  const pause = useRef(firstPause)
  const [missed, setMissed] = useState(0)
  useEffect(() => {
    if (!atWork) {
      pause.current = firstPause
      return
    }
    if (state !== 'idle') return
    let isOver = false
    const timer = setTimeout(() => {
      pause.current = Math.min(longestPause, pause.current * 1.5)
      // An answer that can't come would put an error in the place of the page.
      void isReachable().then((reachable) => {
        if (isOver) return
        if (reachable) revalidate()
        else setMissed(missed + 1)
      })
    }, pause.current)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [atWork, state, revalidate, longestPause, missed])
}
