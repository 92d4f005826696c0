import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { RelativeTime } from '#app/ui/RelativeTime.tsx'
import { UseButton } from './RereadOutcome.tsx'
import type { ShownVersion, SourcePageProps } from './source-props.ts'

const reasons: Record<ShownVersion['reason'], string> = {
  read: 'As first read',
  reread: 'As read again',
  corrected: 'Put right by you',
}

/** The threads made from a source, and the versions of its text where there is more than one. */
export function SourceAside({ versions, threads }: Pick<SourcePageProps, 'versions' | 'threads'>) {
  return (
    <aside aria-label="Threads and versions" className="space-y-8 lg:sticky lg:top-6 lg:self-start">
      {threads.length > 0 && (
        <section aria-labelledby="threads-title">
          <h2 id="threads-title" className="font-serif text-xl font-medium">
            {threads.length === 1 ? 'The thread made from it' : 'Threads made from it'}
          </h2>
          <ul className="mt-2 border-t border-hairline">
            {threads.map((thread) => (
              <li key={thread.id} className="border-b border-hairline py-3">
                <Link
                  to={paths.thread(thread.id)}
                  dir="auto"
                  className="line-clamp-2 text-[0.9375rem] text-ink underline decoration-hairline underline-offset-2 hover:decoration-current"
                >
                  {thread.firstTweet ?? 'Not written yet'}
                </Link>
                <p className="mt-1 text-sm text-muted">
                  <RelativeTime iso={thread.createdAt} />
                  {thread.upToDate === false && ' · from another version of the text'}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {versions.length > 1 && (
        <section aria-labelledby="versions-title">
          <h2 id="versions-title" className="font-serif text-xl font-medium">
            Versions of the text
          </h2>
          <ol className="mt-2 border-t border-hairline">
            {versions.map((version) => (
              <li
                key={version.id}
                className="flex min-h-14 flex-wrap items-center justify-between gap-x-3 border-b border-hairline py-1"
              >
                <span className="text-[0.9375rem]">
                  <span className="text-muted tabular-nums">{version.number}</span> {reasons[version.reason]}
                  <span className="text-sm text-muted">
                    {' '}
                    · <RelativeTime iso={version.at} />
                  </span>
                </span>
                {version.present ? (
                  <span className="px-3 text-sm font-medium text-accent">In use</span>
                ) : (
                  <UseButton snapshotId={version.id} label={`Use version ${version.number}`} look="quiet" />
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
    </aside>
  )
}
