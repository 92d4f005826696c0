import { Form } from '@remix-run/react'
import { Button } from '#app/ui/Button.tsx'
import { RelativeTime } from '#app/ui/RelativeTime.tsx'

export type ShownProgram = {
  id: string
  program: string
  network: string
  createdAt: string
  lastUsedAt: string
}

export function ProgramList({ programs }: { programs: ShownProgram[] }) {
  if (programs.length === 0) return <p className="text-muted">None is.</p>
  return (
    <ul className="divide-y divide-hairline border-y border-hairline">
      {programs.map((program) => (
        <ProgramItem key={program.id} shown={program} />
      ))}
    </ul>
  )
}

function ProgramItem({ shown: { id, program, network, createdAt, lastUsedAt } }: { shown: ShownProgram }) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium wrap-anywhere">{program}</p>
        <p className="text-sm text-muted tabular-nums">
          {network !== '' && `${network} · `}since <RelativeTime iso={createdAt} />, last used{' '}
          <RelativeTime iso={lastUsedAt} />
        </p>
      </div>
      <Form method="post">
        <input type="hidden" name="intent" value="sign-out" />
        <input type="hidden" name="grantId" value={id} />
        <Button type="submit" look="plain" aria-label={`Sign out ${program}, ${network}`}>
          Sign out
        </Button>
      </Form>
    </li>
  )
}
