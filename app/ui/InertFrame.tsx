import { useEffect, useRef, useState } from 'react'
import { useNonce } from './NonceContext.tsx'

/** Until it is known how high the document is, in pixels. */
const firstHeight = 480

/**
 * A whole HTML document in the page, without scripts, whose links open on their own. It is held to the page's content
 * security policy, so its style sheets get the page's nonce; it has the page's theme.
 */
export function InertFrame({ html, title }: { html: string; title: string }) {
  const nonce = useNonceOfPage()
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(firstHeight)
  useEffect(() => {
    const { current } = frame
    if (!current) return
    const measure = () => setHeight(current.contentDocument?.documentElement.offsetHeight || firstHeight)
    const sizes = new ResizeObserver(measure)
    sizes.observe(current)
    current.addEventListener('load', measure)
    return () => {
      sizes.disconnect()
      current.removeEventListener('load', measure)
    }
  }, [])
  return (
    <iframe
      ref={frame}
      title={title}
      // Without allow-scripts nothing in it can run; of its own origin, it can be measured from here.
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      srcDoc={html.replaceAll('<style>', `<style nonce="${nonce}">`)}
      style={{ height }}
      className="block w-full rounded-card border border-hairline"
    />
  )
}

/** In the browser the page's own scripts know it; it is the same, so what the server drew stands. */
function useNonceOfPage(): string {
  const given = useNonce()
  if (given !== undefined) return given
  if (typeof document === 'undefined') return ''
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''
}
