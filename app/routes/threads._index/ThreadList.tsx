import { Link } from '@remix-run/react'
import type { ThreadRow } from '#app/features/threads/thread-row.ts'
import { RelativeTime } from '#app/ui/RelativeTime.tsx'
import { rowState } from './row-state.ts'

export function ThreadList({ rows }: { rows: ThreadRow[] }) {
  return (
    <ul className="border-t border-hairline">
      {rows.map((row) => (
        <li key={row.id} className="relative border-b border-hairline py-4 hover:bg-sunken sm:-mx-3 sm:px-3">
          <Link
            to={`/threads/${row.id}`}
            dir="auto"
            className="block truncate font-serif text-xl font-medium text-ink no-underline after:absolute after:inset-0"
          >
            {row.title}
          </Link>
          {row.firstTweet !== null && (
            <p dir="auto" className="mt-1 line-clamp-2 text-[0.9375rem] text-muted">
              {row.firstTweet}
            </p>
          )}
          <p className="mt-2 flex flex-wrap gap-x-2 text-sm text-muted tabular-nums">
            <State row={row} />
            <span aria-hidden>·</span>
            {/* Above the link that covers the row, so that its title can be pointed at. */}
            <span className="relative z-1">
              <RelativeTime iso={row.createdAt} />
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}

function State({ row }: { row: ThreadRow }) {
  const { text, tone } = rowState(row)
  const colours = { plain: '', busy: 'text-accent', bad: 'text-bad' }
  return <span className={colours[tone]}>{text}</span>
}
