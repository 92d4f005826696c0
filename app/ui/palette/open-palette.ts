/** What can be opened over any page. */
export type OverPage = 'palette' | 'keys'

type Listener = (opened: OverPage) => void
let listener: Listener | null = null

/** Opens one of them from anywhere on the page; before the page's script has run, nothing happens. */
export const openOverPage = (opened: OverPage) => listener?.(opened)

/** Who opens them; returns the way to stop. */
export function onOpenOverPage(open: Listener): () => void {
  listener = open
  return () => {
    if (listener === open) listener = null
  }
}
