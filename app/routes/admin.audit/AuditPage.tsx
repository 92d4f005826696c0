import { Form } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Button, ButtonLink } from '#app/ui/Button.tsx'
import { EventList } from '#app/ui/EventList.tsx'
import { controlClass } from '#app/ui/Field.tsx'
import { AdminFrame } from '#app/ui/shell/AdminFrame.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'

type Named = { kind: string; id: string | null }
type AuditEventRow = {
  id: string
  at: string
  what: string
  action: string
  actor: Named
  subject: Named
  reasonCode: string
  network: string | null
}
type AuditPageProps = {
  query: Record<string, string>
  /** Of the people among the parties, by id; who is gone has none. */
  names: Record<string, string>
  events: AuditEventRow[]
  next: string | null
}

const fields: { name: string; label: string; hint?: string; type?: string }[] = [
  { name: 'by', label: 'Who did it', hint: 'An address, an id, or system' },
  { name: 'action', label: 'What', hint: 'user.suspended, or user. for all of that kind' },
  { name: 'on', label: 'To what', hint: 'An address; a kind, or a kind and an id' },
  { name: 'about', label: 'By or to', hint: 'An address or id' },
  { name: 'since', label: 'From', type: 'date' },
  { name: 'until', label: 'To', type: 'date' },
]

export function AuditPage({ query, names, events, next }: AuditPageProps) {
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
  return (
    <AdminFrame isAdmin title="Audit trail">
      <Form method="get" key={JSON.stringify(query)} className="mb-8 grid grid-cols-2 gap-4 lg:grid-cols-3">
        {fields.map(({ name, label, hint, type = 'text' }) => (
          <div key={name} className={type === 'date' ? 'min-w-0' : 'min-w-0 max-sm:col-span-2'}>
            <label htmlFor={name} className="mb-1 block text-sm font-medium">
              {label}
            </label>
            <input
              id={name}
              name={name}
              type={type}
              defaultValue={query[name]}
              spellCheck={false}
              autoComplete="off"
              maxLength={254}
              aria-describedby={hint && `${name}-hint`}
              className={controlClass}
            />
            {hint !== undefined && (
              <p id={`${name}-hint`} className="mt-1 text-sm text-muted">
                {hint}
              </p>
            )}
          </div>
        ))}
        <div className="col-span-full flex flex-wrap gap-2">
          <Button type="submit">Show these</Button>
          {Object.keys(given).length > 0 && (
            <ButtonLink to={paths.audit()} look="quiet">
              Show all
            </ButtonLink>
          )}
        </div>
      </Form>
      <EventList events={events.map((row) => ({ ...row, who: <Parties row={row} names={names} /> }))} />
      {next !== null && (
        <div className="mt-6 flex justify-center">
          <ButtonLink to={paths.audit({ ...given, before: next })}>Earlier</ButtonLink>
        </div>
      )}
    </AdminFrame>
  )
}

function Parties({ row, names }: { row: AuditEventRow; names: Record<string, string> }) {
  const { actor, subject, action, reasonCode } = row
  const isOnSelf = actor.kind === subject.kind && actor.id === subject.id
  return (
    <>
      <Party {...actor} names={names} />
      {!isOnSelf && (
        <>
          {' → '}
          <Party {...subject} names={names} />
        </>
      )}
      {` · ${action}, ${reasonCode}`}
    </>
  )
}

function Party({ kind, id, names }: Named & { names: Record<string, string> }) {
  if (id === null) return <>{kind}</>
  if (kind === 'thread' || kind === 'generation')
    return <TextLink to={paths.record(id)}>{`${kind} ${id}`}</TextLink>
  if (kind !== 'user') return <>{`${kind} ${id}`}</>
  return <TextLink to={paths.user(id)}>{names[id] ?? `user ${id}`}</TextLink>
}
