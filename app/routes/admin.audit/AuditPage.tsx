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
type AuditPageProps = { query: Record<string, string>; events: AuditEventRow[]; next: string | null }

const fields: { name: string; label: string; hint?: string; type?: string }[] = [
  { name: 'by', label: 'Who did it', hint: 'An address, an id, or system' },
  { name: 'action', label: 'What', hint: 'user.suspended, or user. for all of that kind' },
  { name: 'on', label: 'To what', hint: 'An address; a kind, or a kind and an id' },
  { name: 'about', label: 'By or to', hint: 'An address or id' },
  { name: 'since', label: 'From', type: 'date' },
  { name: 'until', label: 'To', type: 'date' },
]

export function AuditPage({ query, events, next }: AuditPageProps) {
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
  return (
    <AdminFrame isAdmin title="Audit trail">
      <Form
        method="get"
        key={JSON.stringify(query)}
        className="mb-8 grid gap-4 sm:grid-cols-2 lg:grid-cols-3"
      >
        {fields.map(({ name, label, hint, type = 'text' }) => (
          <div key={name}>
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
        <div className="flex flex-wrap gap-2 sm:col-span-full">
          <Button type="submit">Show these</Button>
          {Object.keys(given).length > 0 && (
            <ButtonLink to={paths.audit()} look="quiet">
              Show all
            </ButtonLink>
          )}
        </div>
      </Form>
      <EventList
        events={events.map(({ actor, subject, ...row }) => ({
          ...row,
          what: `${row.what} (${row.action}, ${row.reasonCode})`,
          who: <Parties actor={actor} subject={subject} />,
        }))}
      />
      {next !== null && (
        <div className="mt-6 flex justify-center">
          <ButtonLink to={paths.audit({ ...given, before: next })}>Earlier</ButtonLink>
        </div>
      )}
    </AdminFrame>
  )
}

function Parties({ actor, subject }: { actor: Named; subject: Named }) {
  return (
    <>
      <Party {...actor} /> → <Party {...subject} />
    </>
  )
}

function Party({ kind, id }: Named) {
  if (id === null) return <>{kind}</>
  if (kind !== 'user') return <>{`${kind} ${id}`}</>
  return <TextLink to={paths.user(id)}>{`user ${id}`}</TextLink>
}
