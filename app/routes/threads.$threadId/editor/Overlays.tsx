import { KeysDialog } from './KeysDialog.tsx'
import { useEdited, useEditor } from './use-editor.ts'

/** What lies over the page, one at a time. */
export function Overlays() {
  const editor = useEditor()
  const opened = useEdited(({ opened }) => opened)
  const close = () => editor.open(null)
  switch (opened?.kind) {
    case 'keys':
      return <KeysDialog onClose={close} />
    default:
      return null
  }
}
