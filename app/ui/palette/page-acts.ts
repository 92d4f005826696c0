import { useEffect } from 'react'
import type { Command } from './command.ts'
import type { KeyRow } from './KeysList.tsx'

/** What a page offers beside going elsewhere. Both are read when somebody looks, so that they are of that moment. */
export type PageActs = { commands: () => Promise<Command[]>; keys?: () => Promise<readonly KeyRow[]> }

let shown: PageActs | null = null

/** What the page that is shown offers; null for nothing of its own. */
export const pageActs = (): PageActs | null => shown

/** Offers a page's own acts while it is shown. `acts` has to stay the same one until it offers others. */
export function usePageActs(acts: PageActs | null): void {
  useEffect(() => {
    shown = acts
    return () => {
      if (shown === acts) shown = null
    }
  }, [acts])
}
