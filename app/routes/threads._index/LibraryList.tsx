import { Link } from '@remix-run/react'
import { Star, TriangleAlert } from 'lucide-react'
import type { LibraryRow } from '#app/features/threads/library/library-row.ts'
import { type LibraryWish, queryOf } from '#app/features/threads/library/library-wish.ts'
import type { SnippetPart } from '#app/features/threads/library/snippet.ts'
import { paths } from '#app/paths.ts'
import { RelativeTime } from '#app/ui/RelativeTime.tsx'
import { Rename, type Unnamed } from './Rename.tsx'
import { rowState } from './row-state.ts'

const stateColours = { plain: '', busy: 'text-accent', bad: 'text-bad' }

/** The rows, each with its tick for what is done to several, and its star. They belong into the form of these deeds. */
export function LibraryList({
  rows,
  wish,
  unnamed,
}: {
  rows: LibraryRow[]
  wish: LibraryWish
  unnamed: Unnamed | null
}) {
  return (
    <ul className="border-t border-hairline">
      {rows.map((row) => (
        <Row key={row.id} row={row} wish={wish} unnamed={unnamed?.id === row.id ? unnamed : null} />
      ))}
    </ul>
  )
}

function Row({ row, wish, unnamed }: { row: LibraryRow; wish: LibraryWish; unnamed: Unnamed | null }) {
  const { text, tone } = rowState(row)
  return (
    <li className="relative flex min-h-27 gap-1 border-b border-hairline py-3 has-checked:bg-wash hover:bg-sunken has-checked:hover:bg-wash sm:-mx-3 sm:gap-2 sm:px-3">
      <label className="relative z-1 -ms-3 flex size-11 shrink-0 items-center justify-center sm:ms-0">
        <input
          type="checkbox"
          name="id"
          value={row.id}
          aria-label={`Choose ${row.title}`}
          className="size-4.5 accent-accent"
        />
      </label>
      <div className="min-w-0 flex-1 pt-1.5">
        <Link
          to={paths.thread(row.id)}
          dir="auto"
          className="block truncate font-serif text-xl leading-tight font-medium text-ink no-underline after:absolute after:inset-0"
        >
          {row.markedTitle ? <Marked parts={row.markedTitle} /> : row.title}
        </Link>
        <Words row={row} />
        <p className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted tabular-nums">
          <span className={stateColours[tone]}>{text}</span>
          <span aria-hidden>·</span>
          <span className="relative z-1">
            {row.trashedAt !== null && 'in the trash since '}
            {row.trashedAt === null && wish.sort === 'changed' && 'changed '}
            <RelativeTime iso={row.trashedAt ?? (wish.sort === 'changed' ? row.changedAt : row.createdAt)} />
          </span>
          {row.isDoubted && (
            <>
              <span aria-hidden>·</span>
              <span className="inline-flex items-center gap-1 text-warn">
                <TriangleAlert aria-hidden className="size-3.5" />
                Unsupported claims
              </span>
            </>
          )}
          {row.tags.map((tag) => (
            <Link
              key={tag}
              to={paths.threads() + queryOf({ ...wish, tag, after: null, before: null })}
              className="relative z-1 -my-2 max-w-40 truncate py-2 text-accent underline decoration-1 underline-offset-2"
            >
              #{tag}
            </Link>
          ))}
        </p>
        {row.trashedAt === null && <Rename row={row} unnamed={unnamed} />}
      </div>
      {row.trashedAt === null && <StarButton row={row} />}
    </li>
  )
}

function StarButton({ row: { id, title, isStarred } }: { row: LibraryRow }) {
  return (
    <button
      type="submit"
      name="intent"
      value={`${isStarred ? 'unstar' : 'star'} ${id}`}
      aria-pressed={isStarred}
      aria-label={`Star ${title}`}
      className="relative z-1 flex size-11 shrink-0 items-center justify-center rounded-control text-muted hover:text-ink aria-pressed:text-accent"
    >
      <Star aria-hidden className={`size-5 ${isStarred ? 'fill-current' : ''}`} />
    </button>
  )
}

/** Where it says what was searched for, else how it begins. */
function Words({ row: { snippet, firstTweet } }: { row: LibraryRow }) {
  if (snippet)
    return (
      <p dir="auto" className="mt-1 line-clamp-3 text-[0.9375rem] text-muted wrap-anywhere">
        {snippet.in === 'source' && <span className="text-ink">In the source: </span>}
        <Marked parts={snippet.parts} />
      </p>
    )
  if (firstTweet === null) return null
  return (
    <p dir="auto" className="mt-1 line-clamp-2 text-[0.9375rem] text-muted wrap-anywhere">
      {firstTweet}
    </p>
  )
}

function Marked({ parts }: { parts: readonly SnippetPart[] }) {
  return parts.map(({ text, isHit }, at) =>
    isHit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one passage never move
      <mark key={at} className="rounded-xs bg-lit px-px font-medium text-ink">
        {text}
      </mark>
    ) : (
      text
    ),
  )
}
