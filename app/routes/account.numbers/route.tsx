import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ownPage, requireSession } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { chargeOf } from '#app/features/billing/charge.ts'
import { readQuota } from '#app/features/billing/read-quota.ts'
import { readOwnNumbers } from '#app/features/kpis/read-own-numbers.ts'
import { OwnNumbersPage } from './OwnNumbersPage.tsx'

export const meta: MetaFunction = () => [
  { title: 'Your numbers · Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { userId } = requireSession(viewer, request).session
  const { env, database } = context
  const charge = chargeOf(env, context.ip)
  const [numbers, quota] = await Promise.all([
    context.readStale(({ pool }) => readOwnNumbers(pool, userId)),
    charge && readQuota(database.pool, { userId }, charge),
  ])
  const plan = quota && { used: quota.plan.threads - quota.left, of: quota.plan.threads, per: quota.plan.per }
  return ownPage(viewer, { ...numbers, plan })
}

export default function OwnNumbersRoute() {
  return <OwnNumbersPage {...useLoaderData<typeof loader>()} />
}
