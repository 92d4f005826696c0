import { Form } from '@remix-run/react'
import { Button } from '#app/ui/Button.tsx'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { RelativeTime } from '#app/ui/RelativeTime.tsx'

export type ShownSession = {
  id: string
  device: string
  network: string
  createdAt: string
  lastSeenAt: string
  isThis: boolean
}

export function SessionList({
  sessions,
  answer,
}: {
  sessions: ShownSession[]
  answer: FormAnswer | undefined
}) {
  return (
    <>
      <ul className="divide-y divide-hairline border-y border-hairline">
        {sessions.map((session) => (
          <SessionItem key={session.id} session={session} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <ActionForm intent="end-others" answer={answer} submit="Sign out everywhere else" look="plain" />
      )}
    </>
  )
}

function SessionItem({ session }: { session: ShownSession }) {
  const { id, device, network, createdAt, lastSeenAt, isThis } = session
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          {device}
          {isThis && <span className="font-normal text-good"> · this browser</span>}
        </p>
        <p className="text-sm text-muted tabular-nums">
          {network !== '' && `${network} · `}since <RelativeTime iso={createdAt} />
          {!isThis && (
            <>
              , seen <RelativeTime iso={lastSeenAt} />
            </>
          )}
        </p>
      </div>
      {!isThis && (
        <Form method="post">
          <input type="hidden" name="intent" value="end-session" />
          <input type="hidden" name="sessionId" value={id} />
          <Button type="submit" look="quiet" aria-label={`Sign out ${device}, ${network}`}>
            Sign out
          </Button>
        </Form>
      )}
    </li>
  )
}
