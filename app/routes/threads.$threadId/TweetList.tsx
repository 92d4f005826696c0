import type { ReactNode } from 'react'
import { useRef } from 'react'
import type { GenerationView } from '#app/features/generation/progress.ts'
import type { Hint } from '#app/features/threads/lint/finding.ts'
import { ThreadItem, ThreadLine } from '#app/ui/ThreadLine.tsx'
import { AllSuggestions } from './AllSuggestions.tsx'
import { isFinal } from './generation-view.ts'
import type { NumberedTweet } from './numbered-tweets.ts'
import { TweetCard } from './TweetCard.tsx'
import type { Kept, RefusedChange } from './thread-props.ts'
import { useTweetKeys } from './tweet-keys.ts'
import { type Lit, tweetId } from './use-lit.ts'

type TweetListProps = {
  id: string
  threadId: string
  shown: boolean
  tweets: NumberedTweet[]
  limit: number
  view: GenerationView
  lit: Lit
  onPassage: () => void
  /** What is stored of each, by its position; empty while they are being written. */
  kept: ReadonlyMap<number, Kept>
  /** What to look at in each before it leaves. */
  hints: readonly Hint[]
  refused: RefusedChange | null
  /** Stands in the place of the tweets where they can be typed in. */
  edited: ReactNode
  /** Whether they can be once the page's script runs: what they then need has its room already. */
  isEditable: boolean
}

export function TweetList({
  id,
  threadId,
  shown,
  tweets,
  limit,
  view,
  lit,
  onPassage,
  kept,
  hints,
  refused,
  edited,
  isEditable,
}: TweetListProps) {
  // What was there when the page came doesn't arrive any more.
  const there = useRef(tweets.length)
  there.current = Math.min(there.current, tweets.length)
  const stored = [...kept.values()]
  const keyOf = useTweetKeys(kept)
  const pending = !isFinal(view.status)
  const draft = !pending && view.status !== 'ready' && tweets.length > 0
  return (
    // Its column by name: the source comes after it, and on a slow line a moment later.
    <section
      id={id}
      data-shown={shown}
      aria-labelledby={`${id}-title`}
      className="pane min-w-0 lg:col-start-2 lg:row-start-1"
    >
      <h2 id={`${id}-title`} className={draft ? 'mb-3 text-sm font-medium text-warn' : 'sr-only'}>
        {draft ? 'Unfinished draft' : 'Thread'}
      </h2>
      {edited ?? (
        <>
          {isEditable && <div aria-hidden className="editor-bar needs-script" />}
          <AllSuggestions
            candidates={stored.flatMap((tweet) => tweet.candidates)}
            version={stored[0]?.version ?? 0}
          />
          <ThreadLine>
            {tweets.map((tweet) => (
              <ThreadItem
                key={keyOf(tweet.position)}
                id={tweetId(tweet.position)}
                arriving={tweet.position > there.current}
                lit={lit.position === tweet.position}
                onMouseEnter={() => lit.tweet(tweet.position)}
                onMouseLeave={() => lit.tweet(null)}
                onFocus={() => lit.tweet(tweet.position)}
                onBlur={() => lit.tweet(null)}
              >
                <TweetCard
                  threadId={threadId}
                  tweet={tweet}
                  count={pending ? view.progress.planned : tweets.length}
                  limit={limit}
                  lit={lit.position === tweet.position}
                  onPassage={onPassage}
                  kept={kept.get(tweet.position) ?? null}
                  hints={hints.filter(({ position }) => position === tweet.position)}
                  refused={refused?.tweetId === kept.get(tweet.position)?.id ? refused : null}
                />
              </ThreadItem>
            ))}
            {pending && (
              <ThreadItem pending>
                <div className="rounded-card border border-dashed border-hairline p-4">
                  <p className="pulse min-h-20 text-[0.9375rem] text-muted">
                    {tweets.length === 0 ? 'The first tweet appears here.' : 'The next tweet appears here.'}
                  </p>
                </div>
              </ThreadItem>
            )}
          </ThreadLine>
          {isEditable && <div aria-hidden className="needs-script h-11 lg:h-9" />}
        </>
      )}
    </section>
  )
}
