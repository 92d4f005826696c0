import { Link } from '@remix-run/react'
import { useId } from 'react'
import { paths } from '#app/paths.ts'
import { exactTime } from '#app/ui/relative-time.ts'
import { TextLink } from '#app/ui/TextLink.tsx'
import type { HistoryPageProps, HistoryView, ShownVersion } from './history-props.ts'
import { madeWords } from './history-words.ts'
import { NameForm } from './NameForm.tsx'
import { RestoreForm } from './RestoreForm.tsx'
import { TweetChanges } from './TweetChanges.tsx'
import { VersionTweets } from './VersionTweets.tsx'

type VersionDetailProps = Pick<HistoryPageProps, 'threadId' | 'before' | 'nowVersion' | 'answer'> & {
  shown: ShownVersion
}

/** One version: how it came to be, what it changed, and what can be done with it. */
export function VersionDetail({ threadId, before, nowVersion, answer, shown }: VersionDetailProps) {
  const { row, view, isFirst, changes, tweets } = shown
  const id = useId()
  const isNow = row.version === nowVersion
  const views: [HistoryView, string][] = [
    ...(isFirst ? [] : ([['changes', 'What it changed']] as [HistoryView, string][])),
    ...(isNow ? [] : ([['now', 'Changed since']] as [HistoryView, string][])),
    ['whole', 'As it was'],
  ]
  return (
    <section aria-labelledby={id} className="min-w-0">
      <p className="mb-3 lg:hidden">
        <TextLink to={paths.history(threadId, { before })}>All versions</TextLink>
      </p>
      <h2 id={id} className="font-serif text-2xl font-medium tracking-tight wrap-anywhere">
        {row.name ?? madeWords(row)}
      </h2>
      <p className="mt-1 text-muted">
        {row.name !== null && `${madeWords(row)} · `}
        <time dateTime={row.createdAt}>{exactTime(new Date(row.createdAt))}</time>
      </p>
      <div className="mt-4 flex flex-wrap items-start gap-x-3 gap-y-2">
        {isNow ? (
          <p className="py-2 text-muted">The thread stands like this now.</p>
        ) : (
          <RestoreForm
            version={nowVersion}
            revision={row.version}
            label="Put this version back"
            look="primary"
          />
        )}
        <NameForm key={row.version} row={row} answer={answer} before={before} />
      </div>
      {views.length > 1 && (
        <Views
          views={views}
          shown={view}
          to={(each) => paths.history(threadId, { version: row.version, view: each, before })}
        />
      )}
      <div className="mt-5">
        {changes ? <TweetChanges changes={changes} /> : <VersionTweets tweets={tweets} />}
      </div>
    </section>
  )
}

type ViewsProps = {
  views: [HistoryView, string][]
  shown: HistoryView
  to: (view: HistoryView) => string
}

function Views({ views, shown, to }: ViewsProps) {
  return (
    <nav
      aria-label="Ways to look at this version"
      className="mt-6 flex flex-wrap gap-x-5 border-b border-hairline"
    >
      {views.map(([view, label]) => (
        <Link
          key={view}
          to={to(view)}
          aria-current={view === shown ? 'page' : undefined}
          preventScrollReset
          className={`-mb-px inline-flex min-h-11 items-center border-b-2 text-[0.9375rem] no-underline ${
            view === shown
              ? 'border-accent font-medium text-ink'
              : 'border-transparent text-muted hover:text-ink'
          }`}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
