import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { quietControlClass } from './quiet-control.ts'

type DialogProps = { title: string; onClose: () => void; wide?: boolean; children: ReactNode }

/** A part of the page to be done with before the rest goes on: it holds the focus, and gives it back. */
export function Dialog({ title, onClose, wide = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const before = document.activeElement
    const { current } = dialog
    current?.showModal()
    return () => {
      current?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it; a click beside it is only the pointer's short way
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      className={`m-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] overflow-y-auto rounded-card border border-hairline bg-surface p-0 text-ink backdrop:bg-sunken/80 ${wide ? 'max-w-4xl' : 'max-w-md'}`}
    >
      <div className="p-4 sm:p-6">
        <div className="mb-4 flex items-start justify-between gap-4">
          <h2 id={id} className="font-serif text-2xl leading-tight font-medium tracking-tight">
            {title}
          </h2>
          <button
            type="button"
            aria-label="Close"
            onClick={onClose}
            className={`${quietControlClass} -mt-2 -mr-2`}
          >
            <X aria-hidden className="size-5" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  )
}
