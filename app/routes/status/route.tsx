import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { keptStatus } from '#app/features/alerts/status/kept-status.ts'
import { componentsOf } from '#app/features/alerts/status/read-status.ts'
import { StatusPage } from './StatusPage.tsx'

export const meta: MetaFunction = () => [
  { title: 'Status · Threadr' },
  { name: 'description', content: 'Whether Threadr works at the moment, and how it did for 90 days.' },
]

/** The same for everybody who sends no cookie: see shared-page.server.ts. In seconds. */
export const handle = { shared: { freshFor: 15, staleFor: 30 } }

/** The same for everybody, whoever they are. */
export async function loader({ context }: LoaderFunctionArgs) {
  const status = await keptStatus(context.database, componentsOf(context.env))
  return data(status, { headers: { 'Cache-Control': 'private, no-store' } })
}

export default function StatusRoute() {
  return <StatusPage {...useLoaderData<typeof loader>()} />
}
