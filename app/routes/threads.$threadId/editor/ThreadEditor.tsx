import { AllSuggestions } from '../AllSuggestions.tsx'
import type { ShownCandidate } from '../thread-props.ts'
import type { Lit } from '../use-lit.ts'
import type { Asks } from './asks.ts'
import { EditedList } from './EditedList.tsx'
import { EditorBar } from './EditorBar.tsx'
import type { Editor } from './editor.ts'
import { useLint } from './lint/use-lint.ts'
import { Overlays } from './Overlays.tsx'
import { usePartsSoon } from './parts-on-demand.tsx'
import { Toast } from './Toast.tsx'
import { useLeaveWarning } from './use-leave-warning.ts'
import { useSignOut } from './use-sign-out.ts'
import { useThreadKeys } from './use-thread-keys.ts'

type ThreadEditorProps = {
  editor: Editor
  /** What stands beside the tweets, as the page's loader told it, and what may be asked for each. */
  candidates: readonly ShownCandidate[]
  asks: ReadonlyMap<string, Asks>
  /** BCP 47, of the tweets; null where nobody knows. */
  language: string | null
  /** Of the page that it was made from; null for a text or a file. */
  sourceUrl: string | null
  threadId: string
  limit: number
  lit: Lit
  onPassage: () => void
}

/** The thread to be typed in. */
export function ThreadEditor({ editor, candidates, language, sourceUrl, ...rest }: ThreadEditorProps) {
  useThreadKeys(editor)
  usePartsSoon()
  useLeaveWarning(editor)
  useLint(editor, { language, sourceUrl })
  useSignOut(editor)
  return (
    <>
      <p id="editor-keys" hidden>
        Control and Enter splits the tweet at the cursor. Backspace at its start joins it with the one above.
        Alt with the arrow keys moves it.
      </p>
      <EditorBar />
      <AllSuggestions candidates={candidates} version={editor.store.get().stored.version} />
      <EditedList {...rest} />
      <Toast />
      <Overlays />
    </>
  )
}
