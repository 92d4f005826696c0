import { Suspense } from 'react'
import { ConflictDialog, EmojiDialog } from './parts-on-demand.tsx'
import { useEdited, useEditor } from './use-editor.ts'

/** What lies over the page, one at a time, loaded when it is first asked for. */
export function Overlays() {
  const editor = useEditor()
  const opened = useEdited(({ opened }) => opened)
  const close = () => editor.open(null)
  if (opened === null) return null
  return (
    <Suspense>
      {opened.kind === 'conflict' && <ConflictDialog onClose={close} />}
      {opened.kind === 'emoji' && <EmojiDialog tweetId={opened.tweetId} onClose={close} />}
    </Suspense>
  )
}
