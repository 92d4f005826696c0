import { useFetcher } from '@remix-run/react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { measure } from '#app/features/counting/count.ts'
import type { Range } from '#app/features/segmentation/sentences.ts'
import { Button } from '#app/ui/Button.tsx'
import { CountRing } from '#app/ui/CountRing.tsx'
import { controlClass, Field } from '#app/ui/Field.tsx'
import type { ChangeAnswer } from './change-tweet.server.ts'
import { TypedVerdict } from './TypedVerdict.tsx'
import type { RefusedChange } from './thread-props.ts'

type TweetFormProps = {
  tweetId: string
  position: number
  /** Without its number. */
  text: string
  /** Where it is known to come from. */
  spans: readonly Range[]
  /** The number that it is posted with; empty where it has none. */
  number: string
  limit: number
  version: number
  refused: RefusedChange | null
  /** Counts up each time the form is left: from then on it holds the tweet as it is. */
  left: number
  onSaved: () => void
  /** Folds the form; what was typed stays for the next time. */
  onFold: () => void
  onDiscard: () => void
  onTyped: (text: string) => void
}

/** A tweet's text to be edited. What was typed stays until it is saved or given up, whatever is wrong with it. */
export function TweetForm(props: TweetFormProps) {
  const { tweetId, position, text, number, limit, version, left } = props
  const fetcher = useFetcher<ChangeAnswer>()
  const pending = fetcher.state !== 'idle'
  const answer = fetcher.data
  const area = useRef<HTMLTextAreaElement>(null)
  const [typed, setTyped] = useState(props.refused?.text ?? text)
  // What this turn of editing began with. A later turn knows nothing of the answers to those before.
  const [begun, setBegun] = useState({ turn: 0, left, text, answer, refused: props.refused })
  const isUntouched = typed === begun.text
  if (begun.left !== left || (isUntouched && text !== begun.text)) {
    setBegun({ turn: begun.turn + 1, left, text, answer, refused: null })
    setTyped(text)
  }
  const fresh = answer === begun.answer ? undefined : answer
  const error = pending ? undefined : fresh ? (fresh.error ?? undefined) : begun.refused?.error
  const length = measure(typed.trimEnd() + number, 'x').length

  const saved = useRef(props.onSaved)
  saved.current = props.onSaved
  useEffect(() => {
    if (pending || !answer) return
    if (answer.saved) saved.current()
    else area.current?.focus()
  }, [pending, answer])

  function keyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    // Keys that choose from an input method's list belong to it.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') props.onFold()
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && !pending) {
      event.preventDefault()
      event.currentTarget.form?.querySelector<HTMLElement>('[type="submit"]')?.click()
    }
  }

  return (
    <fetcher.Form method="post" noValidate className="px-2 pt-1">
      <input type="hidden" name="tweetId" value={tweetId} />
      <input type="hidden" name="version" value={version} />
      <Field id={`text-${tweetId}`} label={`Text of tweet ${position}`} error={error}>
        {(attributes) => (
          <textarea
            {...attributes}
            key={begun.turn}
            ref={area}
            name="text"
            rows={4}
            defaultValue={begun.refused?.text ?? begun.text}
            dir="auto"
            aria-keyshortcuts="Control+Enter Meta+Enter"
            // biome-ignore lint/a11y/noAutofocus: the page came back for what is wrong here
            autoFocus={props.refused !== null}
            onInput={(event) => {
              setTyped(event.currentTarget.value)
              props.onTyped(event.currentTarget.value)
            }}
            onKeyDown={keyDown}
            className={`${controlClass} field-sizing-content max-h-80 min-h-28 lg:min-h-28`}
          />
        )}
      </Field>
      {text !== begun.text && !fresh?.saved && (
        <p role="status" className="mt-1 text-sm text-muted">
          This tweet was changed meanwhile and now reads as above. Saving puts your text in its place.
        </p>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button type="submit" name="intent" value="edit" look="primary" pending={pending}>
          {pending ? 'Saving…' : 'Save and check'}
        </Button>
        <span className="needs-script order-last max-sm:-ml-3 sm:order-none">
          <Button look="quiet" onClick={props.onDiscard}>
            Leave it as it was
          </Button>
        </span>
        <span className="needs-script ml-auto inline-flex">
          <CountRing length={length} limit={limit} />
        </span>
        <span role="status" className="sr-only">
          {length > limit && 'This is over the limit.'}
        </span>
      </div>
      <TypedVerdict typed={typed} spans={props.spans} isUnsaved={typed.trim() !== text.trim()} />
    </fetcher.Form>
  )
}
