import { Pencil } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { longestTitle } from '#app/features/threads/document/document-limits.ts'
import { controlClass, FieldError } from '#app/ui/Field.tsx'
import { fieldAttributes } from '#app/ui/field-attributes.ts'
import { quietControlClass } from '#app/ui/quiet-control.ts'
import { useEdited, useEditor } from './use-editor.ts'

type EditedTitleProps = { title: string; sourceTitle: string; className: string }

/** The thread's name, which is typed where it is read and saved like the tweets; emptied, it is the source's again. */
export function EditedTitle({ title, sourceTitle, className }: EditedTitleProps) {
  const editor = useEditor()
  const isOpen = useEdited(({ opened }) => opened?.kind === 'title')
  const button = useRef<HTMLButtonElement>(null)
  const leave = () => editor.store.get().opened?.kind === 'title' && editor.open(null)
  const close = () => {
    leave()
    // Once it is drawn again.
    requestAnimationFrame(() => button.current?.focus())
  }
  return (
    <>
      <div dir="auto" className={isOpen ? '' : className}>
        <h1 className={isOpen ? 'sr-only' : 'inline'}>{title}</h1>{' '}
        {!isOpen && (
          <button
            ref={button}
            type="button"
            aria-label="Rename the thread"
            title="Rename the thread"
            onClick={() => editor.open({ kind: 'title' })}
            className={`${quietControlClass} -my-2 min-w-11 justify-center px-0 align-middle lg:min-w-9`}
          >
            <Pencil aria-hidden className="size-4" />
          </button>
        )}
      </div>
      {isOpen && <TitleField title={title} sourceTitle={sourceTitle} onClose={close} onLeave={leave} />}
    </>
  )
}

type TitleFieldProps = Omit<EditedTitleProps, 'className'> & {
  onClose: () => void
  onLeave: () => void
}

function TitleField({ title, sourceTitle, onClose, onLeave }: TitleFieldProps) {
  const editor = useEditor()
  const field = useRef<HTMLInputElement>(null)
  const [before] = useState(() => editor.store.get().document.title ?? '')
  const [length, setLength] = useState(0)
  const error =
    length > longestTitle
      ? `Use at most ${longestTitle} characters: this is ${length}, and not kept.`
      : undefined
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])

  function keyDown({ key, nativeEvent }: KeyboardEvent) {
    if (nativeEvent.isComposing || (key !== 'Enter' && key !== 'Escape')) return
    if (key === 'Escape') editor.setTitle(before)
    else if (error !== undefined) return
    onClose()
  }

  return (
    <div className="max-w-2xl">
      <label htmlFor="thread-name" className="sr-only">
        Name of the thread
      </label>
      <input
        {...fieldAttributes('thread-name', sourceTitle === title ? undefined : 'hint', error)}
        ref={field}
        dir="auto"
        defaultValue={title}
        placeholder={sourceTitle}
        autoComplete="off"
        onChange={({ target }) => {
          setLength(target.value.trim().length)
          if (target.value.trim().length <= longestTitle) editor.setTitle(target.value)
        }}
        onKeyDown={keyDown}
        onBlur={() => {
          editor.rested()
          if (error === undefined) onLeave()
        }}
        className={`${controlClass} font-serif text-xl lg:text-2xl`}
      />
      {sourceTitle !== title && (
        <p id="thread-name-hint" className="mt-1 text-sm text-muted">
          Empty, it is called like its source: {sourceTitle}
        </p>
      )}
      <FieldError id="thread-name" error={error} />
    </div>
  )
}
