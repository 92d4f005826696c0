import { useEffect, useRef, useState } from 'react'

/** Until it is known how high the document is, in pixels. */
const firstHeight = 480

/**
 * A whole HTML document in the page, without scripts, whose links open on their own. It has the page's theme, and is held
 * to the page's content security policy: style sheets in it need to be named there.
 */
export function InertFrame({ html, title }: { html: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(firstHeight)
  useEffect(() => {
    const { current } = frame
    if (!current) return
    // No element is there while it loads.
    const measure = () => setHeight(current.contentDocument?.documentElement?.offsetHeight || firstHeight)
    const sizes = new ResizeObserver(measure)
    sizes.observe(current)
    current.addEventListener('load', measure)
    return () => {
      sizes.disconnect()
      current.removeEventListener('load', measure)
    }
  }, [])
  return (
    <div className="overflow-hidden rounded-card border border-hairline">
      <iframe
        ref={frame}
        title={title}
        // Without allow-scripts nothing in it can run; of its own origin, it can be measured from here.
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        srcDoc={html}
        style={{ height }}
        className="block w-full"
      />
    </div>
  )
}
