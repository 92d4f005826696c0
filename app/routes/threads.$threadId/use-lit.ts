import { useCallback, useEffect, useRef, useState } from 'react'

export const tweetId = (position: number) => `tweet-${position}`
export const passageId = (position: number) => `passage-${position}`

/** Long enough that a pointer crossing the article on its way elsewhere moves nothing. */
const dwell = 350

export type Lit = {
  position: number | null
  /** From a tweet: lights its passage and brings it into view inside the article's pane. */
  tweet: (position: number | null) => void
  /** From a passage: lights its tweet and, once the pointer rests there, brings it into view. */
  passage: (position: number | null) => void
}

/** Which tweet is pointed at, together with its passage. */
export function useLit(): Lit {
  const [position, setPosition] = useState<number | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => () => clearTimeout(timer.current), [])

  const tweet = useCallback((next: number | null) => {
    clearTimeout(timer.current)
    setPosition(next)
    if (next !== null) timer.current = setTimeout(() => showInPane(passageId(next)), 80)
  }, [])
  const passage = useCallback((next: number | null) => {
    clearTimeout(timer.current)
    setPosition(next)
    if (next !== null) timer.current = setTimeout(() => showOnPage(tweetId(next)), dwell)
  }, [])
  return { position, tweet, passage }
}

/** Scrolls the pane that holds an element, and nothing around it, until the element is well in view. */
function showInPane(id: string) {
  const element = document.getElementById(id)
  const pane = element?.closest('[data-tie-clip]')
  if (!element || !pane || pane.scrollHeight <= pane.clientHeight) return
  const top = element.getBoundingClientRect().top - pane.getBoundingClientRect().top
  const margin = pane.clientHeight / 5
  if (top >= margin / 2 && top <= pane.clientHeight - margin) return
  pane.scrollTo({ top: pane.scrollTop + top - margin, behavior: motion() })
}

function showOnPage(id: string) {
  document.getElementById(id)?.scrollIntoView({ block: 'nearest', behavior: motion() })
}

function motion(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'
}
