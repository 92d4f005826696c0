import { Form } from '@remix-run/react'
import { Button } from '#app/ui/Button.tsx'
import { controlClass, Field } from '#app/ui/Field.tsx'
import type { RefusedChange } from './thread-props.ts'

type TweetFormProps = {
  tweetId: string
  position: number
  /** Without its number. */
  text: string
  version: number
  refused: RefusedChange | null
}

/** A tweet's text to be edited where no script runs; what was typed comes back where it is refused. */
export function TweetForm({ tweetId, position, text, version, refused }: TweetFormProps) {
  return (
    <Form method="post" noValidate className="px-2 pt-1">
      <input type="hidden" name="tweetId" value={tweetId} />
      <input type="hidden" name="version" value={version} />
      <Field id={`text-${tweetId}`} label={`Text of tweet ${position}`} error={refused?.error}>
        {(attributes) => (
          <textarea
            {...attributes}
            name="text"
            rows={4}
            defaultValue={refused?.text ?? text}
            dir="auto"
            // biome-ignore lint/a11y/noAutofocus: the page came back for what is wrong here
            autoFocus={refused !== null}
            className={`${controlClass} field-sizing-content max-h-80 min-h-28 lg:min-h-28`}
          />
        )}
      </Field>
      <div className="mt-3">
        <Button type="submit" name="intent" value="edit" look="primary">
          Save and check
        </Button>
      </div>
    </Form>
  )
}
