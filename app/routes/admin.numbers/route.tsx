import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ownPage, requirePermission } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { readNumbers } from '#app/features/kpis/read-numbers.ts'
import { NumbersPage } from './NumbersPage.tsx'
import { ranges } from './ranges.ts'

const rangeSchema = z.enum(ranges).catch('30')

export const meta: MetaFunction = () => [
  { title: 'Numbers · Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  requirePermission(viewer, 'numbers.read')
  const range = rangeSchema.parse(new URL(request.url).searchParams.get('days'))
  const numbers = await context.readStale(({ pool }) => readNumbers(pool, Number(range)))
  return ownPage(viewer, { range, ...numbers })
}

export default function NumbersRoute() {
  return <NumbersPage {...useLoaderData<typeof loader>()} />
}
