import { Link } from '@remix-run/react'
import type { GenerationView, ProgressTweet } from '#app/features/generation/progress.ts'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import { CopyButton } from '#app/ui/CopyButton.tsx'
import { isWebAddress } from '#app/ui/find-links.ts'
import { RelativeTime } from '#app/ui/RelativeTime.tsx'
import { isFinal } from './generation-view.ts'
import { countedTweets } from './progress-words.ts'
import { ThreadTitle } from './ThreadTitle.tsx'
import type { ShownSource, ShownThread } from './thread-props.ts'
import { VerdictSummary } from './VerdictSummary.tsx'

type ThreadBarProps = {
  thread: ShownThread
  source: ShownSource | null
  view: GenerationView
  model: string | null
  tweets: readonly ProgressTweet[]
  /** The whole thread, to be copied. */
  copyable: () => string
  /** Whether the page was there while it was written. */
  watched: boolean
  onTweet: () => void
}

export function ThreadBar({
  thread,
  source,
  view,
  model,
  tweets,
  copyable,
  watched,
  onTweet,
}: ThreadBarProps) {
  const ready = view.status === 'ready'
  const active = view.status === 'running'
  return (
    <div className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 max-w-4xl flex-[1_1_20rem]">
        <ThreadTitle thread={thread} />
        <p className="mt-2 flex flex-wrap gap-x-4 text-sm sm:gap-x-2 text-muted tabular-nums">
          {source?.url && isWebAddress(source.url) && (
            <>
              <a
                href={source.url}
                target="_blank"
                rel="noopener nofollow ugc"
                className="-my-3 py-3 text-accent underline underline-offset-2"
              >
                {source.siteName ?? new URL(source.url).hostname}
              </a>
              <Dot />
            </>
          )}
          {ready && (
            <>
              <span>{countedTweets(tweets.length)}</span>
              <Dot />
            </>
          )}
          {view.progress.writer !== null && (active || tweets.length > 0) && (
            <>
              <span>{writtenBy(view, model)}</span>
              <Dot />
            </>
          )}
          <RelativeTime iso={thread.createdAt} />
          {isFinal(view.status) && (
            <>
              <Dot />
              <Link
                to={paths.howMade(thread.id)}
                className="-my-3 py-3 text-accent underline underline-offset-2"
              >
                How this was made
              </Link>
            </>
          )}
          {isFinal(view.status) && tweets.length > 0 && (
            <>
              <Dot />
              <Link
                to={paths.history(thread.id)}
                className="-my-3 py-3 text-accent underline underline-offset-2"
              >
                History
              </Link>
            </>
          )}
        </p>
        <VerdictSummary tweets={tweets} pending={!isFinal(view.status)} onTweet={onTweet} />
      </div>
      {/* Its place is kept while the thread is written. On a narrow screen it takes the place of the stop button. */}
      {(ready || !isFinal(view.status)) && (
        <div className={`${ready ? '' : 'invisible'} ${watched ? 'max-sm:hidden' : ''}`}>
          <div className="flex flex-wrap gap-2">
            <CopyButton text={copyable} label="Copy the thread" look="plain" />
            <ButtonLink to={paths.takeOut(thread.id)}>Post or export</ButtonLink>
          </div>
        </div>
      )}
    </div>
  )
}

function Dot() {
  return (
    <span aria-hidden className="max-sm:hidden">
      ·
    </span>
  )
}

function writtenBy({ status, progress }: GenerationView, model: string | null): string {
  const verb = status === 'ready' ? 'Written' : status === 'running' ? 'Being written' : 'Begun'
  return `${verb} by ${progress.writer === 'builtin' ? 'the built-in writer, no model' : (model ?? 'a model')}`
}
