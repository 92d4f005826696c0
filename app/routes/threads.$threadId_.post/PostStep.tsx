import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Posting } from '#app/features/publishing/by-hand/read-posting.ts'
import { Button, buttonClass } from '#app/ui/Button.tsx'
import { CopyButton } from '#app/ui/CopyButton.tsx'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { TextField } from '#app/ui/forms/TextField.tsx'

type PostStepProps = {
  posting: Posting
  current: NonNullable<Posting['current']>
  answer: FormAnswer | undefined
}

/** The tweet whose turn it is: opened on X, and its address brought back. */
export function PostStep({ posting, current, answer }: PostStepProps) {
  const { publicationId, parts, lastSettled } = posting
  const { position, text, link, repliesTo } = current
  const at = { publicationId, position: String(position) }
  const isLast = !parts.some((part) => part.state === 'waiting' && part.position > position)
  // What is wrong with the whole form is said above, with where it stands now.
  const own = answer?.intent === 'posted' && answer.errors.form === undefined ? answer : undefined
  return (
    <section aria-labelledby="step" className="border-t border-hairline pt-6">
      <h2 id="step" className="font-serif text-2xl font-medium tabular-nums">
        Tweet {position} of {parts.length}
      </h2>
      <p
        dir="auto"
        className="mt-4 rounded-card border border-hairline bg-surface p-4 whitespace-pre-line wrap-anywhere select-text"
      >
        {text}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <a href={link} target="_blank" rel="noopener noreferrer" className={buttonClass('primary')}>
          Open it on X
        </a>
        <CopyButton text={text} label="Copy the text" look="plain" />
      </div>
      <p className="mt-2 text-[0.9375rem] text-muted">
        {repliesTo === null ? (
          'X opens in a new tab with the tweet filled in. Post it there.'
        ) : (
          <>
            X opens with it as a reply to{' '}
            <a
              href={repliesTo}
              target="_blank"
              rel="noopener"
              className="text-accent underline underline-offset-2"
            >
              the one before
            </a>
            . Post it there.
          </>
        )}
      </p>
      <div className="mt-8">
        <ActionForm
          intent="posted"
          answer={own}
          hidden={at}
          submit={isLast ? 'Done' : 'Posted, on to the next'}
          pending="Saving…"
        >
          <TextField
            name="address"
            label="Address of the new post"
            hint="On X: share, then “Copy link”. It looks like https://x.com/you/status/123."
            autoComplete="off"
            inputMode="url"
            spellCheck={false}
          />
        </ActionForm>
      </div>
      <div className="mt-3 flex flex-wrap gap-2">
        <StepButton intent="skip" at={at}>
          Skip this tweet
        </StepButton>
        {lastSettled !== null && (
          <StepButton intent="undo" at={{ publicationId, position: String(lastSettled) }}>
            Back to tweet {lastSettled}
          </StepButton>
        )}
      </div>
    </section>
  )
}

/** A step that needs nothing filled in. */
export function StepButton({
  intent,
  at,
  children,
}: {
  intent: 'skip' | 'undo'
  at: { publicationId: string; position: string }
  children: ReactNode
}) {
  return (
    <Form method="post">
      <input type="hidden" name="publicationId" value={at.publicationId} />
      <input type="hidden" name="position" value={at.position} />
      <Button type="submit" name="intent" value={intent} look="quiet">
        {children}
      </Button>
    </Form>
  )
}
