import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { v7 as uuidv7 } from 'uuid'
import { ownPage, requirePermission } from '#app/features/accounts/guards.server.ts'
import { mayDo } from '#app/features/accounts/permissions.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { countAddressees } from '#app/features/newsletter/addressees.ts'
import { listIssues } from '#app/features/newsletter/read-issues.ts'
import { IssuesPage } from './IssuesPage.tsx'

export const meta: MetaFunction = () => [
  { title: 'Newsletter · Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { role } = requirePermission(viewer, 'mail.read')
  const [issues, addressees] = await context.readStale(({ prisma, pool }) =>
    Promise.all([listIssues(prisma), countAddressees(pool)]),
  )
  return ownPage(viewer, {
    isAdmin: mayDo(role, 'audit.read'),
    mayWrite: mayDo(role, 'mail.change'),
    addressees,
    issues: issues.map(({ changedAt, begunAt, ...issue }) => ({
      ...issue,
      at: (begunAt ?? changedAt).toISOString(),
    })),
    isDeleted: new URL(request.url).searchParams.get('done') === 'delete',
    // The next issue has its number before it is written, so that a form sent twice makes one.
    nextId: uuidv7(),
  })
}

export default function IssuesRoute() {
  return <IssuesPage {...useLoaderData<typeof loader>()} />
}
