import { isDoubted } from '#app/features/support/verdict.ts'
import type { Hint } from '#app/features/threads/lint/finding.ts'
import { CopyButton } from '#app/ui/CopyButton.tsx'
import { CountRing } from '#app/ui/CountRing.tsx'
import { LinkedText } from '#app/ui/LinkedText.tsx'
import { Candidates } from './Candidates.tsx'
import { Doubts } from './Doubts.tsx'
import { AllToLookAt, Hints } from './Hints.tsx'
import type { NumberedTweet } from './numbered-tweets.ts'
import { RewriteMenu } from './RewriteMenu.tsx'
import { TweetActions } from './TweetActions.tsx'
import type { Kept, RefusedChange } from './thread-props.ts'
import { passageId } from './use-lit.ts'
import { VerdictMark } from './VerdictMark.tsx'

type TweetCardProps = {
  threadId: string
  tweet: NumberedTweet
  /** How many the thread has in all; null while nobody knows. */
  count: number | null
  limit: number
  lit: boolean
  onPassage: () => void
  /** What there is of it to change; null while it is being written. */
  kept: Kept | null
  /** What to look at in it before it leaves. */
  hints: readonly Hint[]
  /** A change of it that was sent without JavaScript and not made. */
  refused: RefusedChange | null
}

export function TweetCard({
  threadId,
  tweet,
  count,
  limit,
  lit,
  onPassage,
  kept,
  hints,
  refused,
}: TweetCardProps) {
  const { position, text, length, spans, verdict, reasons } = tweet
  const passages = spans.length === 1 ? 'passage' : 'passages'
  return (
    <article
      aria-label={count === null ? `Tweet ${position}` : `Tweet ${position} of ${count}`}
      className={`rounded-card border bg-surface transition-colors duration-150 ${lit ? 'border-thread' : 'border-hairline'}`}
    >
      <p dir="auto" className="tweet-words">
        <LinkedText text={text} />
      </p>
      <Doubts verdict={verdict} reasons={reasons} text={tweet.plain} />
      <Hints position={position} hints={hints} more={() => <AllToLookAt threadId={threadId} />} />
      <footer className="flex flex-wrap items-center gap-x-1.5 py-1 pr-1 pl-4 sm:gap-x-3 text-sm noscript:pr-4 text-muted">
        <span aria-hidden className="tabular-nums max-sm:hidden">
          {position}
        </span>
        {verdict !== null && !isDoubted(verdict) && <VerdictMark verdict={verdict} />}
        {spans.length > 0 ? (
          <a
            href={`#${passageId(position)}`}
            onClick={onPassage}
            className="inline-flex min-h-11 items-center underline decoration-hairline underline-offset-4 hover:text-ink hover:decoration-thread lg:min-h-9"
          >
            {spans.length} {passages}
            <span className="sr-only"> behind tweet {position}</span>
          </a>
        ) : (
          verdict === null && <span>No passage</span>
        )}
        <span className="ml-auto flex items-center sm:gap-1">
          <CountRing length={length} limit={limit} />
          <CopyButton text={text} label={`Copy tweet ${position}`} iconOnly />
        </span>
      </footer>
      {kept && (
        <div className={refused ? '' : 'until-script'}>
          <TweetActions tweet={tweet} kept={kept} refused={refused} />
          <RewriteMenu position={position} kept={kept} />
        </div>
      )}
      {kept && <Candidates candidates={kept.candidates} version={kept.version} limit={limit} />}
    </article>
  )
}
