import { useRef } from 'react'
import type { Kept } from './thread-props.ts'

/**
 * By what the page tells one card from another. While a thread is written that is a tweet's position; from then on a
 * card belongs to its tweet wherever that moves, so that what is being typed in it never ends up in another.
 */
export function useTweetKeys(kept: ReadonlyMap<number, Pick<Kept, 'id'>>): (position: number) => string {
  const keys = useRef(new Map<string, string>())
  if (kept.size === 0) keys.current.clear()
  else if (keys.current.size === 0)
    for (const [position, { id }] of kept) keys.current.set(id, atPosition(position))
  return (position) => {
    const id = kept.get(position)?.id
    return id === undefined ? atPosition(position) : (keys.current.get(id) ?? id)
  }
}

const atPosition = (position: number) => `at ${position}`
