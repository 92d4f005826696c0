import { type RefObject, useEffect, useState } from 'react'
import { tiePath } from './tie-path.ts'

type TiesProps = {
  /** The positioned element that holds both ends and this drawing. */
  container: RefObject<HTMLElement | null>
  /** Ids of what is tied together: a passage and an item of a ThreadLine. */
  pairs: { from: string; to: string }[]
  className?: string
}

/** Draws a thread from each passage to its item: decoration only, so nobody needs it to understand the page. */
export function Ties({ container, pairs, className = '' }: TiesProps) {
  const [paths, setPaths] = useState<string[]>([])
  const wanted = pairs.map((pair) => `${pair.from} ${pair.to}`).join()

  useEffect(() => {
    const root = container.current
    if (root === null) return
    let frame = 0
    const measure = () => {
      frame = 0
      setPaths(wanted === '' ? [] : wanted.split(',').flatMap((pair) => pathOf(root, pair)))
    }
    const schedule = () => {
      if (frame === 0) frame = requestAnimationFrame(measure)
    }
    schedule()
    const observer = new ResizeObserver(schedule)
    observer.observe(root)
    // Captured, because the scrolling of a pane inside doesn't bubble.
    document.addEventListener('scroll', schedule, { capture: true, passive: true })
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      document.removeEventListener('scroll', schedule, { capture: true })
    }
  }, [container, wanted])

  return (
    <svg
      aria-hidden
      className={`pointer-events-none absolute inset-0 hidden size-full overflow-visible lg:block ${className}`}
    >
      {paths.map((path) => (
        <path key={path} d={path} fill="none" strokeWidth="1.5" className="stroke-thread" />
      ))}
    </svg>
  )
}

function pathOf(root: HTMLElement, pair: string): string[] {
  const [fromId = '', toId = ''] = pair.split(' ')
  const from = document.getElementById(fromId)
  const node = document.getElementById(toId)?.querySelector('[data-tie-node]')
  const line = from?.getClientRects()[0]
  if (!from || !node || !line) return []
  const clip = from.closest('[data-tie-clip]')?.getBoundingClientRect()
  const y = line.top + line.height / 2
  if (clip && (y < clip.top || y > clip.bottom)) return []
  const origin = root.getBoundingClientRect()
  const edge = from.closest('[data-tie-edge]')?.getBoundingClientRect() ?? line
  const end = node.getBoundingClientRect()
  return [
    tiePath(
      { x: edge.right - origin.left, y: y - origin.top },
      { x: end.left - origin.left, y: end.top + end.height / 2 - origin.top },
    ),
  ]
}
