import { useNavigate } from '@remix-run/react'
import { useMemo, useRef } from 'react'
import type { Feature } from '#app/features/billing/plans.ts'
import { usePageActs } from '#app/ui/palette/page-acts.ts'
import type { Editor } from './editor/editor.ts'

type Offered = {
  threadId: string
  sourceId: string
  hasTweets: boolean
  closed: readonly Feature[]
  editor: Editor | null
  copyable: () => string
}

/** Offers what the page can do to the palette, and its keys to their list; both are loaded when somebody looks. */
export function useThreadActs(offered: Offered): void {
  const go = useNavigate()
  const now = useRef({ ...offered, go })
  now.current = { ...offered, go }
  const acts = useMemo(
    () => ({
      commands: async () => (await import('./thread-acts.ts')).threadActs(now.current),
      keys: async () => (now.current.editor ? (await import('./editor/keys.ts')).keyTable : []),
    }),
    [],
  )
  usePageActs(acts)
}
