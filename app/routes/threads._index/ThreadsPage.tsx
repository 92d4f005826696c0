import type { ThreadRow } from '#app/features/threads/thread-row.ts'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'
import { ThreadList } from './ThreadList.tsx'

export type ThreadsPageProps = {
  rows: ThreadRow[]
  /** Leads to the threads older than these; null where there are none. */
  nextCursor: string | null
  /** Nobody is signed in: then they are this browser's, and not for long. */
  isVisitor: boolean
}

export function ThreadsPage({ rows, nextCursor, isVisitor }: ThreadsPageProps) {
  return (
    <main id="content" className="mx-auto w-full max-w-3xl px-4 py-10 sm:px-6 sm:py-14">
      <div className="mb-6 flex flex-wrap items-center justify-between gap-3">
        <h1 className="font-serif text-4xl font-medium tracking-tight">Your threads</h1>
        {rows.length > 0 && (
          <ButtonLink to="/" look="primary">
            New thread
          </ButtonLink>
        )}
      </div>
      {isVisitor && rows.length > 0 && (
        <p className="mb-6 max-w-reading text-muted">
          This browser keeps them for 24 hours after their last change.{' '}
          <TextLink to={paths.signUp()}>Sign up</TextLink> or <TextLink to={paths.signIn()}>sign in</TextLink>{' '}
          to keep them for good.
        </p>
      )}
      {rows.length === 0 ? <NoThreads isVisitor={isVisitor} /> : <ThreadList rows={rows} />}
      {nextCursor !== null && (
        <div className="mt-6 flex justify-center">
          <ButtonLink to={`/threads?cursor=${encodeURIComponent(nextCursor)}`}>Older threads</ButtonLink>
        </div>
      )}
    </main>
  )
}

function NoThreads({ isVisitor }: { isVisitor: boolean }) {
  return (
    <div className="border-t border-hairline py-14">
      <svg aria-hidden viewBox="0 0 40 120" className="mb-6 h-28">
        <path
          d="M20 14 V78 C20 96 32 96 30 108"
          fill="none"
          strokeWidth="2"
          strokeLinecap="round"
          className="stroke-thread"
        />
        <circle cx="20" cy="14" r="6" strokeWidth="2" className="fill-paper stroke-thread" />
        <circle cx="20" cy="46" r="6" strokeWidth="2" className="fill-paper stroke-thread" />
      </svg>
      <p className="font-serif text-2xl font-medium">Nothing here yet</p>
      <p className="mt-2 mb-6 max-w-reading text-muted">
        {isVisitor ? 'Threads made in this browser are listed here.' : 'Your threads are listed here.'} Start
        with a link, a draft or a file.
      </p>
      <ButtonLink to="/" look="primary">
        Start a thread
      </ButtonLink>
    </div>
  )
}
