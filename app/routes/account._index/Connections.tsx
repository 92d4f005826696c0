import { Form } from '@remix-run/react'
import type { Connection } from '#app/features/accounts/connected/list-connected.ts'
import { Button } from '#app/ui/Button.tsx'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { PasswordField } from '#app/ui/forms/PasswordField.tsx'
import { ProviderMark } from '#app/ui/forms/ProviderMark.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { RelativeTime } from '#app/ui/RelativeTime.tsx'

type ConnectionsProps = {
  connections: Connection[]
  hasPassword: boolean
  answer: FormAnswer | undefined
}

/** What somebody can sign in through beside their password, each to be connected or disconnected. */
export function Connections({ connections, hasPassword, answer }: ConnectionsProps) {
  return (
    <>
      {answer?.intent === 'disconnect' && answer.errors.form !== undefined && (
        <div className="mb-4">
          <Notice tone="bad" role="alert" title={answer.errors.form} />
        </div>
      )}
      <ul className="divide-y divide-hairline border-y border-hairline">
        {connections.map((connection) => (
          <li key={connection.name} className="py-3">
            {connection.connectedSince === null ? (
              <NotConnected connection={connection} hasPassword={hasPassword} answer={answer} />
            ) : (
              <Connected connection={connection} since={connection.connectedSince} />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Connected({ connection, since }: { connection: Connection; since: string }) {
  const { name, title, isOffered } = connection
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2.5 font-medium">
          <ProviderMark name={name} />
          {title}
        </p>
        <p className="text-sm text-muted">
          connected <RelativeTime iso={since} />
          {!isOffered && '; nobody signs in that way here at the moment'}
        </p>
      </div>
      <Form method="post">
        <input type="hidden" name="intent" value="disconnect" />
        <input type="hidden" name="provider" value={name} />
        <Button type="submit" look="quiet" aria-label={`Disconnect ${title}`}>
          Disconnect
        </Button>
      </Form>
    </div>
  )
}

type NotConnectedProps = Omit<ConnectionsProps, 'connections'> & { connection: Connection }

/** It takes the password, where there is one: what is connected lets somebody in for good. */
function NotConnected({ connection: { name, title }, hasPassword, answer }: NotConnectedProps) {
  const intent = `connect-${name}`
  const heading = (
    <span className="inline-flex items-center gap-2.5 font-medium">
      <ProviderMark name={name} />
      {title}
    </span>
  )
  const form = (
    <ActionForm
      intent={intent}
      answer={answer}
      submit={`Connect ${title}`}
      pending={`Going to ${title}…`}
      look="plain"
    >
      {hasPassword && <PasswordField name="password" label="Your password" autoComplete="current-password" />}
    </ActionForm>
  )
  if (!hasPassword)
    return (
      <>
        {heading}
        {form}
      </>
    )
  return (
    <details open={answer?.intent === intent}>
      <summary className="-my-3 flex min-h-11 cursor-pointer list-none items-center justify-between gap-4 rounded-control py-3 [&::-webkit-details-marker]:hidden">
        {heading}
        <span className="text-[0.9375rem] text-accent underline decoration-1 underline-offset-2">
          Connect<span className="sr-only"> {title}</span>
        </span>
      </summary>
      <div className="pt-4 pb-2">{form}</div>
    </details>
  )
}
