import { useEffect } from 'react'
import { useEdited, useEditor } from './use-editor.ts'

/** Long enough to read it and to decide, in milliseconds; with the pointer or the focus on it, it stays. */
const shownFor = 8_000

/** What was just done, with a way to take it back. */
export function Toast() {
  const editor = useEditor()
  const told = useEdited(({ told }) => told)
  useEffect(() => {
    if (!told) return
    const timer = setTimeout(() => {
      if (!document.querySelector('[data-toast]:hover, [data-toast]:focus-within')) editor.hush(told.id)
    }, shownFor)
    return () => clearTimeout(timer)
  }, [told, editor])
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-10 flex justify-center px-4 pb-[max(1rem,env(safe-area-inset-bottom))]"
    >
      {told && (
        <div
          key={told.id}
          data-toast
          className="pointer-events-auto flex min-h-12 max-w-lg items-center gap-3 rounded-card bg-ink py-1 pr-1 pl-4 text-[0.9375rem] text-paper shadow-sm"
        >
          <p className="min-w-0">{told.text}</p>
          {told.undo && (
            <button
              type="button"
              onClick={editor.undo}
              className="min-h-11 rounded-control px-3 font-semibold underline underline-offset-4 lg:min-h-10"
            >
              Undo
            </button>
          )}
          <button
            type="button"
            aria-label="Close this"
            onClick={() => editor.hush(told.id)}
            className="min-h-11 min-w-11 rounded-control lg:min-h-10 lg:min-w-10"
          >
            ×
          </button>
        </div>
      )}
    </div>
  )
}
