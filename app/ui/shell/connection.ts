/** What stays as it is because the server can't be asked: the page, what was typed in a form of it, or a part not loaded yet. */
export type Held = 'page' | 'form' | 'part'

const listeners = new Set<(held: Held) => void>()

/** Hears of what couldn't be done for want of a connection; what it returns ends that. */
export function onHeld(listener: (held: Held) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function tellHeld(held: Held): void {
  for (const listener of listeners) listener(held)
}

/** Whether the server can be asked. A browser's yes is taken for one; its no may be wrong, as for a server on this very computer. */
export async function isReachable(): Promise<boolean> {
  if (navigator.onLine) return true
  try {
    await fetch('/healthz', { cache: 'no-store' })
    return true
  } catch {
    return false
  }
}

/** Does what needs the server; where it can't be asked, it is told that nothing was done. */
export async function whenReachable(act: () => unknown): Promise<void> {
  if (await isReachable()) act()
  else tellHeld('page')
}
