/** A page that nobody has looked at for this long stops asking. */
const hiddenFor = 60_000

/** Resolves after so many milliseconds, or at once when the signal is aborted. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds <= 0 || signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', done)
  })
}

type Page = Pick<Document, 'hidden' | 'addEventListener' | 'removeEventListener'>

/**
 * Watches until the signal is aborted whether the page is in sight. What it returns resolves at once, unless the page
 * has been hidden for a minute: then when it is shown again.
 */
export function watchVisibility(
  signal: AbortSignal,
  page: Page = document,
  now: () => number = () => performance.now(),
): () => Promise<void> {
  let hiddenSince = page.hidden ? now() : null
  let resume: (() => void) | null = null
  const changed = () => {
    hiddenSince = page.hidden ? (hiddenSince ?? now()) : null
    if (hiddenSince === null) resume?.()
  }
  page.addEventListener('visibilitychange', changed)
  signal.addEventListener('abort', () => {
    page.removeEventListener('visibilitychange', changed)
    resume?.()
  })
  return () => {
    if (hiddenSince === null || now() - hiddenSince < hiddenFor || signal.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      resume = resolve
    })
  }
}
