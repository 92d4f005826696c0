import { Form, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import type { Network } from '#app/features/counting/networks.ts'
import { Button } from '#app/ui/Button.tsx'
import { controlClass, Field } from '#app/ui/Field.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { DeedButton } from './DeedButton.tsx'
import { PostCount } from './PostCount.tsx'
import type { ShownPart, VariantPageProps } from './variant-props.ts'

type OwnWordsFormProps = { part: ShownPart; page: VariantPageProps; answer: FormAnswer | undefined }

/** A tweet's words on the network, to be edited; what was typed comes back where it is refused. */
export function OwnWordsForm({ part, page, answer }: OwnWordsFormProps) {
  const { tweetId, position, posts, master, isOwn } = part
  const { formData } = useNavigation()
  const sending = formData?.get('intent') === 'say' && formData.get('tweetId') === tweetId
  const typed = Object.entries(answer?.values ?? {}).filter(([name]) => name.startsWith('text-'))
  const texts = typed.length > 0 ? typed.map(([, text]) => text) : posts.map(({ text }) => text)
  const fields = { version: page.version, tweetId }
  return (
    <>
      <Form method="post" preventScrollReset noValidate className="mt-2 space-y-3">
        <input type="hidden" name="intent" value="say" />
        <input type="hidden" name="version" value={page.version} />
        <input type="hidden" name="tweetId" value={tweetId} />
        <input type="hidden" name="madeFrom" value={master} />
        {(texts.length > 0 ? texts : ['']).map((text, at) => (
          <TextField
            // biome-ignore lint/suspicious/noArrayIndexKey: the fields of one form never move
            key={at}
            id={`text-${tweetId}-${at}`}
            name={`text-${at}`}
            label={`Words for tweet ${position}${texts.length > 1 ? `, part ${at + 1}` : ''}`}
            initial={text}
            number={posts[at]?.number ?? ''}
            network={page.whole ? null : page.network}
            limit={page.limit}
            error={answer?.errors[`text-${at}`] ?? (at === 0 ? answer?.errors.text : undefined)}
          />
        ))}
        <Button type="submit" look="primary" pending={sending} className="max-sm:w-full">
          {sending ? 'Saving…' : 'Save and check'}
        </Button>
      </Form>
      <div className="mt-2 flex flex-wrap gap-2">
        {posts.length > 0 && (
          <DeedButton
            intent="leave-out"
            label="Leave it out here"
            about={`tweet ${position}`}
            look="quiet"
            fields={{ ...fields, madeFrom: master }}
          />
        )}
        {isOwn && (
          <DeedButton
            intent="follow"
            label="As in the thread"
            about={`tweet ${position}`}
            look="quiet"
            fields={fields}
          />
        )}
      </div>
    </>
  )
}

type TextFieldProps = {
  id: string
  name: string
  label: string
  initial: string
  number: string
  /** Whose count is shown; null where a part alone has no limit. */
  network: Network | null
  limit: number
  error: string | undefined
}

function TextField({ id, name, label, initial, number, network, limit, error }: TextFieldProps) {
  const [text, setText] = useState(initial)
  return (
    <Field id={id} label={label} error={error}>
      {(attributes) => (
        <>
          <textarea
            {...attributes}
            name={name}
            rows={4}
            dir="auto"
            value={text}
            onChange={({ target }) => setText(target.value)}
            className={`${controlClass} field-sizing-content max-h-80 min-h-28 lg:min-h-28`}
          />
          {network !== null && (
            <span className="mt-1 flex justify-end">
              <PostCount text={text.trim() + number} network={network} limit={limit} />
            </span>
          )}
        </>
      )}
    </Field>
  )
}
