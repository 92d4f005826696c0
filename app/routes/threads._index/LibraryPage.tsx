import { Form, Link } from '@remix-run/react'
import { Trash2 } from 'lucide-react'
import type { LibraryWish } from '#app/features/threads/library/library-wish.ts'
import { queryOf } from '#app/features/threads/library/library-wish.ts'
import type { LibraryPage as Page } from '#app/features/threads/library/read-library.ts'
import { paths } from '#app/paths.ts'
import { Button, ButtonLink } from '#app/ui/Button.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { quietControlClass } from '#app/ui/quiet-control.ts'
import { TextLink } from '#app/ui/TextLink.tsx'
import { type Done, doneInWords } from './done.ts'
import { LibraryRows } from './LibraryRows.tsx'
import { NothingHere } from './NothingHere.tsx'
import type { Unnamed } from './Rename.tsx'
import { SearchForm } from './SearchForm.tsx'
import { useLiveSearch } from './use-live-search.ts'

export type LibraryPageProps = Page & {
  wish: LibraryWish
  /** All there are, to choose from. */
  tags: string[]
  /** Nobody is signed in: then they are this browser's, and not for long. */
  isVisitor: boolean
  /** What the page before has done. */
  done: Done | null
  /** Why what was asked for was not done. */
  error: string | null
  /** The name that was refused, and why. */
  unnamed: Unnamed | null
}

export function LibraryPage(props: LibraryPageProps) {
  const { wish, rows, tags, isVisitor, done, error } = props
  const live = useLiveSearch(wish)
  const isBare = rows.length === 0 && queryOf(wish) === ''
  return (
    <main id="content" className="mx-auto w-full max-w-3xl px-4 py-10 sm:px-6 sm:py-14">
      <Head inTrash={wish.trash} isBare={isBare} isVisitor={isVisitor} />
      {isVisitor && rows.length > 0 && !wish.trash && (
        <p className="mb-6 max-w-reading text-muted">
          This browser keeps them for 24 hours after their last change.{' '}
          <TextLink to={paths.signUp()}>Sign up</TextLink> or <TextLink to={paths.signIn()}>sign in</TextLink>{' '}
          to keep them for good.
        </p>
      )}
      {done && <DoneNotice done={done} wish={wish} />}
      {error !== null && (
        <div className="mb-5">
          <Notice tone="bad" role="alert" title={error} />
        </div>
      )}
      {!isBare && <SearchForm live={live} wish={wish} tags={tags} />}
      <p role="status" className={`text-sm text-muted ${props.found === null ? 'sr-only' : 'mb-3'}`}>
        {live.isSearching ? 'Searching …' : foundInWords(props)}
      </p>
      <div
        aria-busy={live.isSearching}
        className="transition-opacity delay-100 duration-150 aria-busy:opacity-60"
      >
        {rows.length === 0 ? (
          <NothingHere wish={wish} isVisitor={isVisitor} />
        ) : (
          <LibraryRows rows={rows} wish={wish} tags={tags} unnamed={props.unnamed} />
        )}
      </div>
      <Pages {...props} />
    </main>
  )
}

type HeadProps = { inTrash: boolean; isBare: boolean; isVisitor: boolean }

function Head({ inTrash, isBare, isVisitor }: HeadProps) {
  return (
    <div className="mb-6 flex flex-wrap items-center justify-between gap-3">
      <div>
        <h1 className="font-serif text-4xl font-medium tracking-tight">
          {inTrash ? 'Trash' : 'Your threads'}
        </h1>
        {inTrash && (
          <p className="mt-2 max-w-reading text-muted">
            What lies here goes for good {isVisitor ? '24 hours after its last change' : 'after 30 days'}.
            Until then it can be put back.
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {inTrash ? (
          <ButtonLink to={paths.threads()}>Your threads</ButtonLink>
        ) : (
          <>
            <Link to={`${paths.threads()}?trash=1`} className={`${quietControlClass} no-underline`}>
              <Trash2 aria-hidden className="size-4" />
              Trash
            </Link>
            {!isBare && (
              <ButtonLink to="/" look="primary">
                New thread
              </ButtonLink>
            )}
          </>
        )}
      </div>
    </div>
  )
}

function DoneNotice({ done, wish }: { done: Done; wish: LibraryWish }) {
  const canUndo = done.deed === 'trashed' && done.at !== null
  return (
    <div className="mb-5">
      <Notice
        role="status"
        title={doneInWords(done)}
        actions={
          canUndo && (
            <Form method="post" action={actionOf(wish)} preventScrollReset>
              <input type="hidden" name="at" value={done.at ?? ''} />
              <Button type="submit" name="intent" value="undo">
                Undo
              </Button>
            </Form>
          )
        }
      />
    </div>
  )
}

/** Where the page's forms are sent: to itself, at the same place. */
const actionOf = (wish: LibraryWish) => `${paths.threads()}?index${queryOf(wish).replace('?', '&')}`

function foundInWords({ found, isCut }: Page): string {
  if (found === null) return ''
  if (found === 0) return 'Nothing found.'
  if (isCut) return `The newest ${found} that say it are ranked here. Another word finds less.`
  return found === 1 ? 'One thread found.' : `${found} threads found.`
}

function Pages({ wish, next, previous }: LibraryPageProps) {
  if (next === null && previous === null) return null
  const to = (place: { after: string | null; before: string | null }) =>
    paths.threads() + queryOf({ ...wish, ...place })
  return (
    <nav aria-label="Pages" className="mt-6 flex flex-wrap justify-center gap-3">
      {previous !== null && <ButtonLink to={to({ after: null, before: previous })}>Previous page</ButtonLink>}
      {next !== null && <ButtonLink to={to({ after: next, before: null })}>Next page</ButtonLink>}
    </nav>
  )
}
