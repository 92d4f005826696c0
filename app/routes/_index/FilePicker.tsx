import { Paperclip, X } from 'lucide-react'
import { type DragEvent, type RefObject, useEffect, useState } from 'react'
import { fieldAttributes } from '#app/ui/field-attributes.ts'

type FilePickerProps = {
  inputRef: RefObject<HTMLInputElement>
  error: string | undefined
  /** Told of each choice: why the file can't be sent, or undefined where it can. */
  onChoice: (error: string | undefined) => void
}

/** Bytes; more than any text the server takes, and less than it reads at all, so that no form is lost on its way. */
const largestFile = 10 * 1024 * 1024

/** By ending and by media type: pickers go by either. What a file holds is looked at when it is read. */
const accepted = [
  '.txt,.md,.html,.htm,.pdf,.docx,.epub',
  'text/plain,text/markdown,text/html,application/pdf,application/epub+zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
].join(',')

/** The browser's own file input, dressed up where JavaScript can say which file was chosen. */
export function FilePicker({ inputRef, error, onChoice }: FilePickerProps) {
  const [name, setName] = useState<string | null>(null)
  const show = () => setName(inputRef.current?.files?.[0]?.name ?? null)

  const choose = () => {
    const input = inputRef.current
    const tooLarge = (input?.files?.[0]?.size ?? 0) > largestFile
    if (input && tooLarge) input.value = ''
    onChoice(
      tooLarge
        ? 'This file is larger than 10 MB. Choose a smaller one, or paste the part you want.'
        : undefined,
    )
    show()
  }

  // A file may have been chosen before this ran, or kept by the browser over a reload.
  useEffect(() => setName(inputRef.current?.files?.[0]?.name ?? null), [inputRef])

  return (
    <div className="flex min-w-0 items-center text-[0.9375rem]">
      <label className="flex min-h-11 min-w-0 flex-wrap items-center gap-2 [@media(scripting:enabled)]:flex-nowrap rounded-control px-3 text-muted focus-within:outline-2 focus-within:outline-ink hover:bg-sunken hover:text-ink">
        <Paperclip aria-hidden className="size-4 shrink-0" />
        <span className={name === null ? 'shrink-0' : 'sr-only'}>
          Add a file<span className="hidden text-sm sm:inline"> (.pdf, .docx, .epub, .md, .html, .txt)</span>
        </span>
        {name !== null && <span className="truncate text-ink">{name}</span>}
        <input
          {...fieldAttributes('file', undefined, error)}
          ref={inputRef}
          type="file"
          name="file"
          accept={accepted}
          onChange={choose}
          className="max-w-48 text-sm [@media(scripting:enabled)]:sr-only"
        />
      </label>
      {name !== null && (
        <button
          type="button"
          aria-label={`Remove ${name}`}
          className="inline-flex size-11 shrink-0 items-center justify-center rounded-control text-muted hover:bg-sunken hover:text-ink"
          onClick={() => {
            if (inputRef.current) inputRef.current.value = ''
            show()
          }}
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
    </div>
  )
}

/** Lets a file fall onto an element and into a file input. Dropped text is left to the browser. */
export function useFileDrop(inputRef: RefObject<HTMLInputElement>) {
  const [dragging, setDragging] = useState(false)
  const holdsFile = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  const dropHandlers = {
    onDragOver(event: DragEvent) {
      if (!holdsFile(event)) return
      event.preventDefault()
      setDragging(true)
    },
    onDragLeave(event: DragEvent) {
      const inside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
      if (!inside) setDragging(false)
    },
    onDrop(event: DragEvent) {
      if (!holdsFile(event)) return
      event.preventDefault()
      setDragging(false)
      const input = inputRef.current
      if (input === null) return
      input.files = event.dataTransfer.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
    },
  }
  return { dragging, dropHandlers }
}
