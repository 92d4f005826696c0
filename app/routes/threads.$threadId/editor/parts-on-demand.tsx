import { type ComponentType, lazy, useEffect } from 'react'

const loads: (() => Promise<unknown>)[] = [() => import('#app/features/threads/document/edits/paste-text.ts')]
/** Long enough that the page itself is there first, in milliseconds. */
const afterPage = 1_500

/** A part that is loaded when it is first shown; where that fails it says so, and the rest of the page goes on. */
function onDemand<Props>(load: () => Promise<ComponentType<Props>>, isSoon = true) {
  if (isSoon) loads.push(load)
  return lazy<ComponentType<Props>>(async () => ({ default: await load().catch(() => NotLoaded) }))
}

const NotLoaded = () => (
  <p role="alert" className="p-2 text-sm text-bad">
    This part could not be loaded. Load the page again once you are online.
  </p>
)

export const FindBar = onDemand(() => import('./FindBar.tsx').then((file) => file.FindBar))
export const CardMenu = onDemand(() => import('./CardMenu.tsx').then((file) => file.CardMenu))
export const ConflictDialog = onDemand(() =>
  import('./ConflictDialog.tsx').then((file) => file.ConflictDialog),
)
export const Mending = onDemand(() => import('./lint/Mending.tsx').then((file) => file.Mending))
/** Its list is large, and few want it: only when it is asked for. */
export const EmojiDialog = onDemand(() => import('./EmojiDialog.tsx').then((file) => file.EmojiDialog), false)

/** Loads what may be wanted soon while nobody waits for it, so that it is there even when the connection is not. */
export function usePartsSoon(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const load of loads) load().catch(() => null)
    }, afterPage)
    return () => clearTimeout(timer)
  }, [])
}
