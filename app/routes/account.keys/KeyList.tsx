import { Form } from '@remix-run/react'
import { Button } from '#app/ui/Button.tsx'
import { RelativeTime } from '#app/ui/RelativeTime.tsx'

export type ShownKey = {
  id: string
  name: string
  hint: string
  scopes: string[]
  createdAt: string
  lastUsedAt: string | null
}

export function KeyList({ keys }: { keys: ShownKey[] }) {
  if (keys.length === 0) return <p className="text-muted">You have none yet.</p>
  return (
    <ul className="divide-y divide-hairline border-y border-hairline">
      {keys.map((key) => (
        <KeyItem key={key.id} shown={key} />
      ))}
    </ul>
  )
}

function KeyItem({ shown: { id, name, hint, scopes, createdAt, lastUsedAt } }: { shown: ShownKey }) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium wrap-anywhere">{name}</p>
        <p className="font-mono text-sm text-muted">
          {hint}… · {scopes.join(', ')}
        </p>
        <p className="text-sm text-muted">
          made <RelativeTime iso={createdAt} />,{' '}
          {lastUsedAt === null ? (
            'never used'
          ) : (
            <>
              last used <RelativeTime iso={lastUsedAt} />
            </>
          )}
        </p>
      </div>
      <Form method="post">
        <input type="hidden" name="intent" value="revoke" />
        <input type="hidden" name="keyId" value={id} />
        <Button type="submit" look="plain" aria-label={`Revoke ${name}, ${hint}…`}>
          Revoke
        </Button>
      </Form>
    </li>
  )
}
