import { useMemo } from 'react'
import type { StoredTweet } from '#app/features/threads/stored-tweet.ts'
import { AllSuggestions } from '../AllSuggestions.tsx'
import type { ShownCandidate } from '../thread-props.ts'
import type { Lit } from '../use-lit.ts'
import { asksOf } from './asks.ts'
import { EditedList } from './EditedList.tsx'
import { EditorBar } from './EditorBar.tsx'
import type { Editor } from './editor.ts'
import { Overlays } from './Overlays.tsx'
import { usePartsSoon } from './parts-on-demand.tsx'
import { Toast } from './Toast.tsx'
import { useLeaveWarning } from './use-leave-warning.ts'
import { useSignOut } from './use-sign-out.ts'
import { useThreadKeys } from './use-thread-keys.ts'

type ThreadEditorProps = {
  editor: Editor
  /** As the page's loader told them, with what stands beside them. */
  stored: readonly StoredTweet[]
  candidates: readonly ShownCandidate[]
  hasModel: boolean
  limit: number
  lit: Lit
  onPassage: () => void
}

/** The thread to be typed in. */
export function ThreadEditor({ editor, stored, candidates, hasModel, ...rest }: ThreadEditorProps) {
  const asks = useMemo(() => asksOf(stored, candidates, hasModel), [stored, candidates, hasModel])
  useThreadKeys(editor)
  usePartsSoon()
  useLeaveWarning(editor)
  useSignOut(editor)
  return (
    <>
      <p id="editor-keys" hidden>
        Control and Enter splits the tweet at the cursor. Backspace at its start joins it with the one above.
        Alt with the arrow keys moves it.
      </p>
      <EditorBar />
      <AllSuggestions candidates={candidates} version={editor.store.get().stored.version} />
      <EditedList {...rest} asks={asks} />
      <Toast />
      <Overlays />
    </>
  )
}
