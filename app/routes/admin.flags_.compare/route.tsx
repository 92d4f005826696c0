import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ownPage, requirePermission } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { flagNames } from '#app/features/flags/declared.ts'
import { compareFlag, compareVersions } from '#app/features/kpis/compare.ts'
import { ComparePage } from './ComparePage.tsx'

/** As many days as an experiment of ours runs. */
const days = 28

export const meta: MetaFunction = () => [
  { title: 'Two sides compared · Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  requirePermission(viewer, 'numbers.read')
  const [versions, ...flags] = await context.readStale(({ pool }) =>
    Promise.all([
      compareVersions(pool, days),
      ...flagNames.map(async (name) => ({ name, arms: await compareFlag(pool, name, days) })),
    ]),
  )
  return ownPage(viewer, { days, versions, flags })
}

export default function CompareRoute() {
  return <ComparePage {...useLoaderData<typeof loader>()} />
}
