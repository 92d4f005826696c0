import { Suspense } from 'react'
import { numberSuffix } from '#app/features/counting/numbering.ts'
import { isDoubted } from '#app/features/support/verdict.ts'
import { quietControlClass } from '#app/ui/quiet-control.ts'
import { Candidates } from '../Candidates.tsx'
import { Doubts } from '../Doubts.tsx'
import { AllToLookAt, Hints } from '../Hints.tsx'
import type { Lit } from '../use-lit.ts'
import type { Asks } from './asks.ts'
import { CardFooter } from './CardFooter.tsx'
import { Mending } from './parts-on-demand.tsx'
import { TweetText } from './TweetText.tsx'
import type { Ask } from './use-ask.ts'
import { useCheck } from './use-check.ts'
import { useEdited, useEditor } from './use-editor.ts'

export type EditedCardProps = {
  threadId: string
  tweetId: string
  position: number
  total: number
  limit: number
  isLit: boolean
  onLit: Lit['tweet']
  onPassage: () => void
  asks: Asks | null
  onAsk: Ask
}

/** A tweet to be read and typed in, with what the source says of it, and what can be done with it. */
export function EditedCard({
  threadId,
  tweetId,
  position,
  total,
  limit,
  isLit,
  onPassage,
  asks,
  onAsk,
}: EditedCardProps) {
  const editor = useEditor()
  const tweet = useEdited(({ document: { tweets } }) => {
    const there = tweets[position - 1]
    return there?.id === tweetId ? there : tweets.find(({ id }) => id === tweetId)
  })
  const isNumbered = useEdited(({ document }) => document.numbering)
  const version = useEdited(({ stored }) => stored.version)
  const findings = useEdited(({ findings }) => findings.get(tweetId))
  const check = useCheck(tweetId, tweet, position)
  if (!tweet) return null
  const number = isNumbered && total > 1 ? numberSuffix(position, total) : ''
  return (
    <article
      aria-label={`Tweet ${position} of ${total}`}
      className={`edited-card rounded-card border bg-surface transition-colors duration-150 ${isLit ? 'border-thread' : 'border-hairline'}`}
    >
      <TweetText
        tweetId={tweetId}
        position={position}
        text={tweet.text}
        number={number}
        limit={limit}
        isLocked={tweet.isLocked}
      />
      <Doubts verdict={check.verdict} reasons={check.reasons} text={check.text} />
      {isDoubted(check.verdict) && (
        <button
          type="button"
          onClick={() => editor.setOpinion(tweetId, true)}
          className={`${quietControlClass} ml-4 underline decoration-hairline underline-offset-4`}
        >
          It is my opinion<span className="sr-only">, tweet {position}</span>
        </button>
      )}
      {findings && (
        <Hints
          position={position}
          hints={findings}
          more={(finding) => (
            <>
              <Suspense>
                <Mending finding={finding} />
              </Suspense>
              <p>
                <AllToLookAt threadId={threadId} />
              </p>
            </>
          )}
        />
      )}
      <CardFooter
        tweet={tweet}
        position={position}
        total={total}
        number={number}
        limit={limit}
        verdict={check.verdict}
        passages={check.passages}
        onPassage={onPassage}
        wishes={asks?.wishes ?? []}
        onAsk={onAsk}
      />
      {asks && <Candidates candidates={asks.candidates} version={version} limit={limit} />}
    </article>
  )
}
