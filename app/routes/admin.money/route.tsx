import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ownPage, requirePermission } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { readMoney } from '#app/features/billing/read-money.ts'
import { MoneyPage } from './MoneyPage.tsx'

export const meta: MetaFunction = () => [{ title: 'Money · Threadr' }, { name: 'robots', content: 'noindex' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  requirePermission(viewer, 'money.read')
  return ownPage(viewer, { currencies: await context.readStale(({ pool }) => readMoney(pool)) })
}

export default function MoneyRoute() {
  return <MoneyPage {...useLoaderData<typeof loader>()} />
}
