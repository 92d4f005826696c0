import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ownPage, requirePermission } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { readHealth } from '#app/features/health/read-health.ts'
import { HealthPage } from './HealthPage.tsx'
import { shownHealth } from './shown-health.ts'

export const meta: MetaFunction = () => [
  { title: 'Health · Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  requirePermission(viewer, 'health.read')
  const { env, database, replica, redis } = context
  return ownPage(viewer, shownHealth(await readHealth({ pool: database.pool, replica, redis, env })))
}

export default function HealthRoute() {
  return <HealthPage {...useLoaderData<typeof loader>()} />
}
