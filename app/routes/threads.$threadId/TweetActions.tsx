import { useFetcher } from '@remix-run/react'
import { Lock, LockOpen } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { quietControlClass } from '#app/ui/quiet-control.ts'
import type { ChangeAnswer } from './change-tweet.server.ts'
import type { NumberedTweet } from './numbered-tweets.ts'
import { TweetForm } from './TweetForm.tsx'
import type { Kept, RefusedChange } from './thread-props.ts'
import { isDoubted, spokenVerdict } from './verdict-words.ts'

type TweetActionsProps = { tweet: NumberedTweet; limit: number; kept: Kept; refused: RefusedChange | null }

/** What can be done with a stored tweet. Works without JavaScript: the form is folded away, each button is a form. */
export function TweetActions({ tweet, limit, kept, refused }: TweetActionsProps) {
  const { position, plain, verdict } = tweet
  const { id, isLocked, isOpinion, version } = kept
  const [isOpen, setOpen] = useState(refused !== null && refused.text !== null)
  const [typed, setTyped] = useState<string | null>(refused?.text ?? null)
  // A form that was left comes back with the tweet as it is then.
  const [left, setLeft] = useState(0)
  const [isSaid, setSaid] = useState(false)
  const summary = useRef<HTMLElement>(null)
  const unsaved = typed !== null && typed !== plain

  const fold = () => {
    setOpen(false)
    if (!unsaved) leave()
    summary.current?.focus()
  }
  const leave = () => {
    setOpen(false)
    setTyped(null)
    setLeft((times) => times + 1)
    summary.current?.focus()
  }
  const toggle = (details: HTMLDetailsElement) => {
    const { open } = details
    if (open === isOpen) return
    if (open) focusText(details)
    setSaid(false)
    setOpen(open)
    if (!open && !unsaved) setLeft((times) => times + 1)
  }
  const changed = () => {
    setSaid(true)
    // Its button may be gone with what it was for.
    if (document.activeElement === document.body) summary.current?.focus()
  }

  const change = useFetcher<ChangeAnswer>()
  const done = useRef(changed)
  done.current = changed
  useEffect(() => {
    if (change.state === 'idle' && change.data?.saved) done.current()
  }, [change.state, change.data])

  return (
    <div className="relative min-h-11 border-t border-hairline px-2 lg:min-h-9">
      {/* A tweet locked elsewhere keeps the form that is being typed in. */}
      {(!isLocked || isOpen || unsaved) && (
        <details open={isOpen} onToggle={(event) => toggle(event.currentTarget)} className="open:pb-4">
          <summary
            ref={summary}
            className={`${quietControlClass} list-none [&::-webkit-details-marker]:hidden`}
          >
            <span>
              {isOpen ? 'Editing' : 'Edit'}
              <span className="sr-only"> tweet {position}</span>
              {unsaved && !isOpen && ', not saved yet'}
            </span>
          </summary>
          <TweetForm
            tweetId={id}
            position={position}
            text={plain}
            spans={tweet.spans}
            number={tweet.text.slice(plain.trimEnd().length)}
            limit={limit}
            version={version}
            refused={refused}
            left={left}
            onSaved={() => {
              leave()
              setSaid(true)
            }}
            onFold={fold}
            onDiscard={leave}
            onTyped={setTyped}
          />
        </details>
      )}
      {!isOpen && (
        <div className="absolute top-0 right-1 flex items-center">
          {(isDoubted(verdict) || isOpinion) && (
            <ChangeButton fetcher={change} kept={kept} intent={isOpinion ? 'claim' : 'opinion'}>
              {isOpinion ? 'Check it as a claim' : 'It is my opinion'}
              <span className="sr-only">, tweet {position}</span>
            </ChangeButton>
          )}
          <ChangeButton fetcher={change} kept={kept} intent={isLocked ? 'unlock' : 'lock'}>
            {isLocked ? <Lock aria-hidden className="size-4" /> : <LockOpen aria-hidden className="size-4" />}
            {isLocked ? 'Unlock' : 'Lock'}
            <span className="sr-only"> tweet {position}</span>
          </ChangeButton>
        </div>
      )}
      {isLocked && !isOpen && !unsaved && (
        <p className="flex min-h-11 items-center px-2 text-sm text-muted lg:min-h-9">Kept as it is</p>
      )}
      {change.data?.error && (
        <p role="alert" className="px-2 pb-3 text-sm font-medium text-bad">
          {change.data.error}
        </p>
      )}
      <p role="status" className="sr-only">
        {isSaid && spokenVerdict(tweet, isLocked)}
      </p>
    </div>
  )
}

/** Where the tweet ends, as one goes on writing. */
function focusText(details: HTMLDetailsElement) {
  const area = details.querySelector('textarea')
  area?.focus()
  area?.setSelectionRange(area.value.length, area.value.length)
}

type ChangeButtonProps = {
  fetcher: ReturnType<typeof useFetcher<ChangeAnswer>>
  kept: Kept
  intent: 'opinion' | 'claim' | 'lock' | 'unlock'
  children: ReactNode
}

function ChangeButton({ fetcher, kept, intent, children }: ChangeButtonProps) {
  const pending = fetcher.state !== 'idle'
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="tweetId" value={kept.id} />
      <input type="hidden" name="version" value={kept.version} />
      <button
        type="submit"
        name="intent"
        value={intent}
        aria-disabled={pending || undefined}
        // Pressed twice, the second would come with a version that the first has used up.
        onClick={(event) => pending && event.preventDefault()}
        className={quietControlClass}
      >
        {children}
      </button>
    </fetcher.Form>
  )
}
