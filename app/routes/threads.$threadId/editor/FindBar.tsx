import { ChevronDown, ChevronUp, X } from 'lucide-react'
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { findText } from '#app/features/threads/document/edits/find-text.ts'
import { replaceAll, replaceHit } from '#app/features/threads/document/edits/replace-text.ts'
import { Button } from '#app/ui/Button.tsx'
import { controlClass } from '#app/ui/Field.tsx'
import { quietControlClass } from '#app/ui/quiet-control.ts'
import { foundWords, replacedWords } from './find-words.ts'
import { useEdited, useEditor } from './use-editor.ts'

/** Finds words in the whole thread and puts others in their place. */
export function FindBar() {
  const editor = useEditor()
  const document = useEdited((state) => state.document)
  const [wanted, setWanted] = useState({ text: '', matchCase: false, wholeWord: false })
  const [replacement, setReplacement] = useState('')
  const [at, setAt] = useState(0)
  const hits = useMemo(() => findText(document, wanted), [document, wanted])
  const place = Math.min(at, Math.max(0, hits.length - 1))
  const hit = hits[place] ?? null
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => field.current?.select(), [])
  useEffect(() => {
    editor.show(hit)
  }, [hit, editor])
  useEffect(() => () => editor.show(null), [editor])

  const go = (by: 1 | -1) => hits.length > 0 && setAt((place + by + hits.length) % hits.length)
  const close = () => editor.closeFind(hit)
  const replaceOne = () => {
    if (hit) editor.edit((now) => replaceHit(now, hit, replacement), { kind: 'replace' })
  }
  const replaceEach = () => {
    const made = replaceAll(document, wanted, replacement)
    const told = replacedWords(made)
    if (made.document === document) editor.say(told)
    else editor.replace(made.document, { kind: 'replace', told })
  }
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    close()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    go(1)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: React 18 doesn't know the element
    <div
      role="search"
      className="mt-1 rounded-card border border-hairline bg-surface p-2"
      onKeyDown={keyDown}
    >
      <form className="grid grid-cols-[1fr_auto] gap-2" onSubmit={submit}>
        <input
          ref={field}
          type="text"
          aria-label="Find"
          placeholder="Find"
          value={wanted.text}
          onChange={(event) => setWanted({ ...wanted, text: event.currentTarget.value })}
          className={controlClass}
        />
        <span className="flex items-center">
          <span role="status" className="px-1 text-sm whitespace-nowrap text-muted tabular-nums">
            {foundWords(wanted.text, place, hits.length)}
          </span>
          <Step label="Previous" onClick={() => go(-1)} Face={ChevronUp} />
          <Step label="Next" onClick={() => go(1)} Face={ChevronDown} />
          <Step label="Close find and replace" onClick={close} Face={X} />
        </span>
        <input
          type="text"
          aria-label="Replace with"
          placeholder="Replace with"
          value={replacement}
          onChange={(event) => setReplacement(event.currentTarget.value)}
          className={controlClass}
        />
        <span className="flex items-center gap-1">
          <Button onClick={replaceOne} pending={hit === null} className="px-3">
            Replace
          </Button>
          <Button onClick={replaceEach} pending={hits.length === 0} className="px-3">
            Replace all
          </Button>
        </span>
        <span className="col-span-2 flex flex-wrap gap-x-4">
          <Choice isOn={wanted.matchCase} onChange={(matchCase) => setWanted({ ...wanted, matchCase })}>
            Match case
          </Choice>
          <Choice isOn={wanted.wholeWord} onChange={(wholeWord) => setWanted({ ...wanted, wholeWord })}>
            Whole words
          </Choice>
        </span>
      </form>
    </div>
  )
}

type StepProps = { label: string; onClick: () => void; Face: typeof X }

const Step = ({ label, onClick, Face }: StepProps) => (
  <button
    type="button"
    aria-label={label}
    onClick={onClick}
    className={`${quietControlClass} min-w-9 justify-center px-0`}
  >
    <Face aria-hidden className="size-4" />
  </button>
)

type ChoiceProps = { isOn: boolean; onChange: (isOn: boolean) => void; children: ReactNode }

const Choice = ({ isOn, onChange, children }: ChoiceProps) => (
  <label className="flex min-h-11 items-center gap-2 text-sm text-muted lg:min-h-8">
    <input
      type="checkbox"
      checked={isOn}
      onChange={(event) => onChange(event.currentTarget.checked)}
      className="size-4 accent-accent"
    />
    {children}
  </label>
)
