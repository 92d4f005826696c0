import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
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
  // What asks for no password is a button alone, so that it has no place of its own to say it.
  const isOfButton =
    answer && (answer.intent === 'disconnect' || (!hasPassword && /^connect-/.test(answer.intent)))
  const wrong = isOfButton ? answer.errors.form : undefined
  return (
    <>
      {wrong !== undefined && (
        <div className="mb-4">
          <Notice tone="bad" role="alert" title={wrong} />
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
    <WithButton connection={connection} intent="disconnect" label="Disconnect" fields={{ provider: name }}>
      <p className="text-sm text-muted">
        connected <RelativeTime iso={since} />
        {!isOffered && `; nobody signs in with ${title} here at the moment`}
      </p>
    </WithButton>
  )
}

/** It takes the password, where there is one: what is connected lets somebody in for good. */
function NotConnected({
  connection,
  hasPassword,
  answer,
}: Omit<ConnectionsProps, 'connections'> & { connection: Connection }) {
  const { title } = connection
  const intent = `connect-${connection.name}`
  if (!hasPassword) return <WithButton connection={connection} intent={intent} label="Connect" />
  return (
    <details open={answer?.intent === intent}>
      <summary className="-my-3 flex min-h-11 cursor-pointer list-none items-center justify-between gap-4 rounded-control py-3 [&::-webkit-details-marker]:hidden">
        <Heading connection={connection} />
        <span className="px-3 text-[0.9375rem] font-medium text-muted">
          Connect<span className="sr-only"> {title}</span>…
        </span>
      </summary>
      <ActionForm
        intent={intent}
        answer={answer}
        submit={`Connect ${title}`}
        pending={`Going to ${title}…`}
        look="plain"
        className="pt-5 pb-3"
      >
        <PasswordField name="password" label="Your password" autoComplete="current-password" />
      </ActionForm>
    </details>
  )
}

const Heading = ({ connection: { name, title } }: { connection: Connection }) => (
  <span className="flex items-center gap-2.5 font-medium">
    <ProviderMark name={name} />
    {title}
  </span>
)

type WithButtonProps = {
  connection: Connection
  intent: string
  label: string
  fields?: Record<string, string>
  children?: ReactNode
}

/** A row with what can be done about it at its end. */
function WithButton({ connection, intent, label, fields = {}, children }: WithButtonProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1">
        <Heading connection={connection} />
        {children}
      </div>
      <Form method="post">
        <input type="hidden" name="intent" value={intent} />
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button type="submit" look="quiet" aria-label={`${label} ${connection.title}`}>
          {label}
        </Button>
      </Form>
    </div>
  )
}
