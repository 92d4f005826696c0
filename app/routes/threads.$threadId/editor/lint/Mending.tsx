import { v7 as uuidv7 } from 'uuid'
import { shownFinding } from '#app/features/threads/lint/fixed.ts'
import { Button } from '#app/ui/Button.tsx'
import { ChangedWords } from '#app/ui/ChangedWords.tsx'
import { useEditor } from '../use-editor.ts'
import type { Found } from './find-lint.ts'

/** What would mend a finding, word by word, and the button that does it; nothing until that has been looked for. */
export function Mending({ finding }: { finding: Found }) {
  const editor = useEditor()
  const { fix, refusal } = shownFinding({ fix: null, ...finding }, editor.store.get().document)
  function mend() {
    const { lint, document } = editor.store.get()
    // What was found may be older than the last key.
    const now = lint?.again(document, finding)?.fix
    if (!now) return editor.say('This reads otherwise by now, so nothing was changed.')
    editor.edit((at) => now.edit(at, uuidv7), { kind: 'replace', tweetId: finding.tweetId, told: 'Mended.' })
  }
  return (
    <>
      {refusal !== null && <p className="text-muted">{refusal}</p>}
      {fix?.parts.map((words, at) => (
        <p
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one fix never move
          key={at}
          dir="auto"
          className="rounded-control bg-sunken px-3 py-2 whitespace-pre-line wrap-anywhere"
        >
          <ChangedWords words={words} />
        </p>
      ))}
      {fix?.note && <p className="text-muted">{fix.note}</p>}
      {fix && <Button onClick={mend}>{fix.label}</Button>}
    </>
  )
}
