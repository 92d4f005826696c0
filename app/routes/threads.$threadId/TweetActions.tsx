import { Form } from '@remix-run/react'
import { Lock, LockOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { isDoubted } from '#app/features/support/verdict.ts'
import { quietControlClass } from '#app/ui/quiet-control.ts'
import type { NumberedTweet } from './numbered-tweets.ts'
import { TweetForm } from './TweetForm.tsx'
import type { Kept, RefusedChange } from './thread-props.ts'

type TweetActionsProps = { tweet: NumberedTweet; kept: Kept; refused: RefusedChange | null }

/** What can be done with a stored tweet where no script runs: its form is folded away, each button is a form. */
export function TweetActions({ tweet, kept, refused }: TweetActionsProps) {
  const { position, plain, verdict } = tweet
  const { id, isLocked, isOpinion, version } = kept
  const isRefused = refused !== null && refused.text !== null
  return (
    <div className="relative min-h-11 border-t border-hairline px-2 lg:min-h-9">
      {/* A tweet locked elsewhere keeps the form that came back with what was typed. */}
      {(!isLocked || isRefused) && (
        <details open={isRefused} className="open:pb-4">
          <summary className={`${quietControlClass} list-none [&::-webkit-details-marker]:hidden`}>
            Edit<span className="sr-only"> tweet {position}</span>
          </summary>
          <TweetForm tweetId={id} position={position} text={plain} version={version} refused={refused} />
        </details>
      )}
      <div className="absolute top-0 right-1 flex items-center">
        {(isDoubted(verdict) || isOpinion) && (
          <ChangeButton kept={kept} intent={isOpinion ? 'claim' : 'opinion'}>
            {isOpinion ? 'Check it as a claim' : 'It is my opinion'}
            <span className="sr-only">, tweet {position}</span>
          </ChangeButton>
        )}
        <ChangeButton kept={kept} intent={isLocked ? 'unlock' : 'lock'}>
          {isLocked ? <Lock aria-hidden className="size-4" /> : <LockOpen aria-hidden className="size-4" />}
          {isLocked ? 'Unlock' : 'Lock'}
          <span className="sr-only"> tweet {position}</span>
        </ChangeButton>
      </div>
      {isLocked && !isRefused && (
        <p className="flex min-h-11 items-center px-2 text-sm text-muted lg:min-h-9">Kept as it is</p>
      )}
    </div>
  )
}

type ChangeButtonProps = {
  kept: Kept
  intent: 'opinion' | 'claim' | 'lock' | 'unlock'
  children: ReactNode
}

function ChangeButton({ kept, intent, children }: ChangeButtonProps) {
  return (
    <Form method="post">
      <input type="hidden" name="tweetId" value={kept.id} />
      <input type="hidden" name="version" value={kept.version} />
      <button type="submit" name="intent" value={intent} className={quietControlClass}>
        {children}
      </button>
    </Form>
  )
}
