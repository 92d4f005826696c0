import { useFetcher } from '@remix-run/react'
import { Lock, LockOpen } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Verdict } from '#app/features/support/verdict.ts'
import type { ChangeAnswer } from './change-tweet.server.ts'
import { TweetForm } from './TweetForm.tsx'
import type { Kept } from './thread-props.ts'

const quiet =
  'inline-flex min-h-11 items-center gap-1.5 rounded-control px-2 text-sm text-muted hover:bg-sunken hover:text-ink lg:min-h-9'

type TweetActionsProps = { position: number; text: string; verdict: Verdict | null; kept: Kept }

/** What can be done with a stored tweet. Works without JavaScript: the form is folded away, each button is a form. */
export function TweetActions({ position, text, verdict, kept }: TweetActionsProps) {
  const { id, isLocked, isOpinion, version } = kept
  const [isOpen, setOpen] = useState(false)
  const isDoubted = verdict === 'partly' || verdict === 'unsupported'
  return (
    <div className="relative min-h-11 border-t border-hairline px-2 lg:min-h-9">
      {!isLocked && (
        <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)} className="open:pb-4">
          <summary className={`${quiet} list-none [&::-webkit-details-marker]:hidden`}>
            {isOpen ? 'Editing' : 'Edit'}
            <span className="sr-only"> tweet {position}</span>
          </summary>
          <TweetForm
            isOpen={isOpen}
            tweetId={id}
            position={position}
            text={text}
            version={version}
            onDone={() => setOpen(false)}
          />
        </details>
      )}
      <div className="absolute top-0 right-1 flex items-center">
        {(isDoubted || isOpinion) && (
          <ChangeButton kept={kept} intent={isOpinion ? 'claim' : 'opinion'}>
            {isOpinion ? 'Check it as a claim' : 'It is my opinion'}
          </ChangeButton>
        )}
        <ChangeButton kept={kept} intent={isLocked ? 'unlock' : 'lock'}>
          {isLocked ? <Lock aria-hidden className="size-4" /> : <LockOpen aria-hidden className="size-4" />}
          {isLocked ? 'Unlock' : 'Lock'}
          <span className="sr-only"> tweet {position}</span>
        </ChangeButton>
      </div>
    </div>
  )
}

type Intent = 'opinion' | 'claim' | 'lock' | 'unlock'

function ChangeButton({ kept, intent, children }: { kept: Kept; intent: Intent; children: ReactNode }) {
  const fetcher = useFetcher<ChangeAnswer>()
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="tweetId" value={kept.id} />
      <input type="hidden" name="version" value={kept.version} />
      <button
        type="submit"
        name="intent"
        value={intent}
        aria-disabled={fetcher.state !== 'idle' || undefined}
        className={quiet}
      >
        {children}
      </button>
      {fetcher.data?.error && (
        <p role="alert" className="px-2 text-sm font-medium text-bad">
          {fetcher.data.error}
        </p>
      )}
    </fetcher.Form>
  )
}
