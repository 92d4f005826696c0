import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import type { HistoryPageProps } from './history-props.ts'
import { countedTweets, madeWords } from './history-words.ts'
import { VersionTime } from './VersionTime.tsx'

type VersionListProps = Pick<
  HistoryPageProps,
  'threadId' | 'rows' | 'next' | 'before' | 'nowVersion' | 'isChosen'
> & { shownVersion: number | undefined }

/** The versions, newest first, each a link to what it changed. */
export function VersionList(props: VersionListProps) {
  const { threadId, rows, next, before, nowVersion, isChosen, shownVersion } = props
  return (
    <nav aria-label="Versions">
      <ol className="border-t border-hairline">
        {rows.map((row) => {
          const isShown = row.version === shownVersion
          return (
            <li
              key={row.version}
              className={`relative border-b border-hairline py-3 pl-3 hover:bg-sunken ${
                isShown ? 'lg:bg-sunken lg:shadow-[inset_2px_0_0] lg:shadow-thread' : ''
              }`}
            >
              <Link
                to={paths.history(threadId, { version: row.version, before })}
                aria-current={isShown && isChosen ? 'page' : undefined}
                className="block font-medium text-ink no-underline wrap-anywhere after:absolute after:inset-0"
              >
                {row.name ?? madeWords(row)}
              </Link>
              {row.name !== null && <p className="text-sm text-muted">{madeWords(row)}</p>}
              <p className="mt-0.5 flex flex-wrap gap-x-2 text-sm text-muted tabular-nums">
                <span className="relative z-1">
                  <VersionTime iso={row.createdAt} />
                </span>
                <span aria-hidden>·</span>
                <span>{countedTweets(row.tweetCount)}</span>
                {row.version === nowVersion && (
                  <>
                    <span aria-hidden>·</span>
                    <span className="font-medium text-accent">as it is now</span>
                  </>
                )}
              </p>
            </li>
          )
        })}
      </ol>
      <div className="mt-4 flex flex-wrap gap-2">
        {before !== null && <ButtonLink to={paths.history(threadId)}>Newest</ButtonLink>}
        {next !== null && (
          <ButtonLink to={paths.history(threadId, { before: next })}>Older versions</ButtonLink>
        )}
      </div>
    </nav>
  )
}
