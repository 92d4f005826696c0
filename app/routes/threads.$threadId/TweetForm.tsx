import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { Button } from '#app/ui/Button.tsx'
import { controlClass, Field } from '#app/ui/Field.tsx'
import type { ChangeAnswer } from './change-tweet.server.ts'

type TweetFormProps = {
  tweetId: string
  position: number
  /** Without its number. */
  text: string
  version: number
  isOpen: boolean
  onDone: () => void
}

/** A tweet's text to be edited. What was typed stays until it is saved, whatever is wrong with it. */
export function TweetForm({ tweetId, position, text, version, isOpen, onDone }: TweetFormProps) {
  const fetcher = useFetcher<ChangeAnswer>()
  const pending = fetcher.state !== 'idle'
  const answer = fetcher.data
  const done = useRef(onDone)
  done.current = onDone
  useEffect(() => {
    if (fetcher.state === 'idle' && answer?.saved) done.current()
  }, [fetcher.state, answer])
  // Folded away, it holds the tweet as it is by now, not what was typed and left.
  const form = useRef<HTMLFormElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is what it has to take over
  useEffect(() => {
    if (!isOpen) form.current?.reset()
  }, [isOpen, text])
  return (
    <fetcher.Form ref={form} method="post" noValidate className="px-2 pt-1">
      <input type="hidden" name="tweetId" value={tweetId} />
      <input type="hidden" name="version" value={version} />
      <Field id={`text-${tweetId}`} label={`Text of tweet ${position}`} error={answer?.error ?? undefined}>
        {(attributes) => (
          <textarea
            {...attributes}
            name="text"
            rows={4}
            defaultValue={text}
            dir="auto"
            // biome-ignore lint/a11y/noAutofocus: it opens because its own button was pressed
            autoFocus
            onKeyDown={(event) => {
              if (event.key === 'Escape') onDone()
              if (event.key === 'Enter' && (event.metaKey || event.ctrlKey))
                event.currentTarget.form?.requestSubmit()
            }}
            className={`${controlClass} field-sizing-content max-h-80 min-h-28`}
          />
        )}
      </Field>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button type="submit" name="intent" value="edit" look="primary" pending={pending}>
          {pending ? 'Saving…' : 'Save and check'}
        </Button>
        <Button look="quiet" onClick={onDone}>
          Leave it as it was
        </Button>
      </div>
    </fetcher.Form>
  )
}
