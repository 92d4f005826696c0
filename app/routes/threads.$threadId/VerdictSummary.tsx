import type { ProgressTweet } from '#app/features/generation/progress.ts'
import { tweetId } from './use-lit.ts'
import { toLookAt, verdictSummary } from './verdict-words.ts'

type VerdictSummaryProps = {
  tweets: readonly ProgressTweet[]
  /** Whether more tweets are to come; the line's place is kept then. */
  pending: boolean
  onTweet: () => void
}

/** What the source backs of a thread, in a line that leads to the first tweet it doesn't. */
export function VerdictSummary({ tweets, pending, onTweet }: VerdictSummaryProps) {
  const summary = verdictSummary(tweets)
  if (summary === null && !pending) return null
  return (
    <p className="mt-1 text-sm text-muted tabular-nums">
      {summary === null ? 'Each tweet is checked as it arrives' : summary.words}
      {summary !== null && pending && ' so far'}
      {summary?.first != null && (
        <>
          {', '}
          <a
            href={`#${tweetId(summary.first)}`}
            onClick={onTweet}
            className="-my-3 inline-block py-3 font-medium text-accent underline underline-offset-2"
          >
            {toLookAt(tweets)}
          </a>
        </>
      )}
    </p>
  )
}
