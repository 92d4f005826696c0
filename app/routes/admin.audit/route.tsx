import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ownPage, requirePermission } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { readNames } from '#app/features/administration/read-names.ts'
import { eventInWords } from '#app/features/audit/event-words.ts'
import { readEvents } from '#app/features/audit/read-events.ts'
import { AuditPage } from './AuditPage.tsx'
import { filterOf, readAuditQuery } from './audit-filter.server.ts'

const pageSize = 50
const beforeSchema = z.uuid().optional().catch(undefined)

export const meta: MetaFunction = () => [
  { title: 'Audit trail · Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  requirePermission(viewer, 'audit.read')
  const params = new URL(request.url).searchParams
  const query = readAuditQuery(params)
  const before = beforeSchema.parse(params.get('before') ?? undefined)
  const { events, next, names } = await context.readStale(async ({ prisma }) => {
    const filter = await filterOf(prisma, query)
    const { events, next } = filter
      ? await readEvents(prisma, filter, { size: pageSize, ...(before !== undefined && { before }) })
      : { events: [], next: null }
    const named = events.flatMap(({ actor, subject }) => [actor, subject])
    return { events, next, names: await readNames(prisma, named) }
  })
  return ownPage(viewer, {
    names,
    query,
    events: events.map((event) => ({
      id: event.id,
      at: event.at.toISOString(),
      what: eventInWords(event),
      action: event.action,
      actor: { kind: event.actor.kind, id: 'id' in event.actor ? event.actor.id : null },
      subject: event.subject,
      reasonCode: event.reasonCode,
      network: event.ip,
    })),
    next,
  })
}

export default function AuditRoute() {
  return <AuditPage {...useLoaderData<typeof loader>()} />
}
