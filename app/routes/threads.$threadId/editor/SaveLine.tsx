import { useLocation } from '@remix-run/react'
import { CircleAlert, CircleCheck, CircleDashed, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { paths } from '#app/paths.ts'
import type { SaveState } from './save-state.ts'
import { useEdited, useEditor } from './use-editor.ts'

/** Whether what was typed is saved, always as it is. */
export function SaveLine({ onConflict }: { onConflict: () => void }) {
  const editor = useEditor()
  const save = useEdited(({ save }) => save)
  const isKept = useEdited(({ kept }) => kept !== null)
  const { pathname } = useLocation()
  const { words, trouble } = saveWords(save, isKept)
  const [Icon, colour]: [LucideIcon, string] = trouble
    ? [CircleAlert, save.phase === 'waiting' ? 'text-warn' : 'text-bad']
    : save.phase === 'saved'
      ? [CircleCheck, 'text-muted']
      : [CircleDashed, 'text-muted']
  return (
    <div
      className={`flex min-w-0 flex-wrap items-center gap-x-2 text-sm ${trouble ? 'basis-full sm:basis-auto' : ''}`}
    >
      <Icon aria-hidden className={`size-4 shrink-0 ${colour}`} />
      {/* What can be done goes onto a line of its own before the words are squeezed into a column. */}
      <span
        className={`min-w-0 flex-1 tabular-nums ${trouble ? `basis-52 font-medium ${colour}` : 'text-muted'}`}
      >
        {words}
      </span>
      {save.phase === 'waiting' && <Small onClick={editor.retry}>Try now</Small>}
      {save.phase === 'conflict' && <Small onClick={onConflict}>Look at both</Small>}
      {save.phase === 'gone' && (
        <>
          <a
            href={paths.signIn(pathname)}
            target="_blank"
            rel="noopener"
            className="inline-flex min-h-11 items-center px-2 font-medium text-accent underline underline-offset-2 lg:min-h-9"
          >
            Sign in again in another tab
          </a>
          <Small onClick={editor.retry}>Try again</Small>
        </>
      )}
      <span role="status" className="sr-only">
        {trouble ? words : ''}
      </span>
    </div>
  )
}

function Small({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="min-h-11 rounded-control px-2 font-medium text-accent underline underline-offset-2 hover:bg-sunken lg:min-h-9"
    >
      {children}
    </button>
  )
}

const reasons = {
  offline: 'you are offline',
  server: 'Threadr doesn’t answer',
  busy: 'this was saved very often in a short time',
  'being-written': 'the thread is being written again',
} as const

/** The state in words, and whether somebody has to know of it. */
export function saveWords(save: SaveState, isKept: boolean): { words: string; trouble: boolean } {
  const kept = isKept ? 'Kept on this device.' : 'Keep this page open.'
  switch (save.phase) {
    case 'saved':
      return { words: save.at === null ? 'Saved' : `Saved at ${clock(save.at)}`, trouble: false }
    case 'unsaved':
      return { words: 'Not saved yet', trouble: false }
    case 'saving':
      return { words: 'Saving…', trouble: false }
    case 'waiting':
      return { words: `Not saved: ${reasons[save.reason]}. ${kept}`, trouble: true }
    case 'gone':
      return { words: `Not saved: this thread isn’t yours while you are signed out. ${kept}`, trouble: true }
    case 'conflict':
      return { words: `Not saved: the same was changed elsewhere. ${kept}`, trouble: true }
    case 'refused':
      return { words: `Not saved: ${save.error} ${kept}`, trouble: true }
  }
}

const clock = (at: number) =>
  new Date(at).toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit', hour12: false })
