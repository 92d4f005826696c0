import { Link } from '@remix-run/react'
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Hint } from '#app/features/threads/lint/finding.ts'
import { paths } from '#app/paths.ts'

type HintsProps<Told extends Hint> = {
  position: number
  hints: readonly Told[]
  /** What can be done about one, behind it. */
  more: (hint: Told) => ReactNode
}

/** What to look at in a tweet before it leaves, a line each; opened it shows what can be done. */
export function Hints<Told extends Hint>({ position, hints, more }: HintsProps<Told>) {
  if (hints.length === 0) return null
  return (
    <ul aria-label={`To look at in tweet ${position}`} className="mx-4 mt-2 text-sm">
      {hints.map((hint) => (
        <li key={hint.key}>
          <details className="group">
            <summary className="inline-flex min-h-11 items-center gap-2 text-muted hover:text-ink lg:min-h-8">
              <TriangleAlert
                aria-hidden
                className={`size-4 shrink-0 ${hint.level === 'stops' ? 'text-bad' : 'text-warn'}`}
              />
              <span
                dir="auto"
                className="underline decoration-hairline underline-offset-4 wrap-anywhere group-open:no-underline"
              >
                {hint.message}
              </span>
            </summary>
            <div className="mb-2 space-y-2 ps-6">{more(hint)}</div>
          </details>
        </li>
      ))}
    </ul>
  )
}

export function AllToLookAt({ threadId }: { threadId: string }) {
  return (
    <Link
      to={paths.takeOut(threadId)}
      className="inline-flex min-h-11 items-center text-accent underline underline-offset-2"
    >
      All there is to look at
    </Link>
  )
}
