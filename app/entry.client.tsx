import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'

// A load that a newer one took the place of is no fault, but the router leaves its promise without anybody to hear it.
addEventListener('unhandledrejection', (event) => {
  const { reason } = event
  if (reason instanceof DOMException && reason.name === 'AbortError') event.preventDefault()
})

/** Once what came is painted; a tab that nobody looks at paints nothing, and waits no longer than this. */
const longestWaitMs = 200

function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, longestWaitMs)
    requestAnimationFrame(() => setTimeout(resolve))
  })
}

/**
 * Once the page's data is unpacked. Remix does that when it is first asked for the page, and has React wait for it: were React
 * at work already, with nothing around that may wait, a key pressed or a click meanwhile would be an error (React's #345).
 */
async function unpacked(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (waiting) {
    await waiting
  }
}

void Promise.all([painted(), unpacked()]).then(() =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    )
  }),
)
