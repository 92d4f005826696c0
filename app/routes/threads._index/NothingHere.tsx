import type { ReactNode } from 'react'
import { isNarrowed, type LibraryWish } from '#app/features/threads/library/library-wish.ts'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'

/** Why there are no rows: none yet, none that fit, none in the trash, or none beyond the last page. */
export function NothingHere({ wish, isVisitor }: { wish: LibraryWish; isVisitor: boolean }) {
  if (isNarrowed(wish))
    return (
      <Nothing title="Nothing fits that" isLoose>
        {wish.q.trim() === ''
          ? 'No thread is like that. Leave one of the choices above out.'
          : 'All the words have to be in a thread, or in what it was made from. Try fewer of them, or the beginning of a word.'}
      </Nothing>
    )
  if (wish.after !== null || wish.before !== null)
    return (
      <Nothing title="Nothing more here" action={{ to: paths.threads(), label: 'To the first page' }}>
        What was on this page is gone, or was moved.
      </Nothing>
    )
  if (wish.trash)
    return <Nothing title="The trash is empty">Threads that you delete come here first.</Nothing>
  return (
    <Nothing title="Nothing here yet" action={{ to: '/', label: 'Start a thread' }}>
      {isVisitor ? 'Threads made in this browser are listed here.' : 'Your threads are listed here.'} Start
      with a link, a draft or a file.
    </Nothing>
  )
}

type NothingProps = {
  title: string
  children: ReactNode
  action?: { to: string; label: string }
  /** A thread that has lost its nodes, for what was looked for and isn't there. */
  isLoose?: boolean
}

function Nothing({ title, children, action, isLoose = false }: NothingProps) {
  return (
    <div className="border-t border-hairline py-12">
      <svg aria-hidden viewBox="0 0 40 120" className="mb-6 h-28">
        <path
          d="M20 14 V78 C20 96 32 96 30 108"
          fill="none"
          strokeWidth="2"
          strokeLinecap="round"
          strokeDasharray={isLoose ? '2 7' : undefined}
          className="stroke-thread"
        />
        <circle cx="20" cy="14" r="6" strokeWidth="2" className="fill-paper stroke-thread" />
        <circle cx="20" cy="46" r="6" strokeWidth="2" className="fill-paper stroke-thread" />
      </svg>
      <p className="font-serif text-2xl font-medium">{title}</p>
      <p className="mt-2 mb-6 max-w-reading text-muted">{children}</p>
      {action && (
        <ButtonLink to={action.to} look="primary">
          {action.label}
        </ButtonLink>
      )}
    </div>
  )
}
