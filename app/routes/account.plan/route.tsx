import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ownPage, requireSession } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { billingOf, requireBilling } from '#app/features/billing/billing-of.ts'
import { chargeOf } from '#app/features/billing/charge.ts'
import { openPortal } from '#app/features/billing/open-portal.ts'
import { planOf } from '#app/features/billing/plan-of.ts'
import { readQuota } from '#app/features/billing/read-quota.ts'
import { readSubscription } from '#app/features/billing/read-subscription.ts'
import { readUsage } from '#app/features/billing/read-usage.ts'
import { syncPerson } from '#app/features/billing/sync-person.ts'
import { paths } from '#app/paths.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { whereRetried } from '#app/platform/where-retried.ts'
import { doneSchema } from './done.ts'
import { PlanPage } from './PlanPage.tsx'

export const meta: MetaFunction = () => [
  { title: 'Your plan · Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { userId } = requireSession(viewer, request).session
  const { searchParams } = new URL(request.url)
  const done = doneSchema.parse(searchParams.get('done'))
  const billing = billingOf(context)
  if (billing && done !== null && searchParams.has('back')) {
    // Who comes back from Stripe: its event may be slower than they are.
    const wasAsked = await syncPerson(billing, userId)
    await context.noteWrite()
    throw redirect(paths.plan({ done: wasAsked ? done : 'later' }))
  }
  const { env, database } = context
  const [plan, subscription, usage, quota] = await Promise.all([
    planOf(database.pool, { userId }),
    readSubscription(database.prisma, userId),
    readUsage(database.pool, userId, env.quotas ? 'charges' : 'threads'),
    readQuota(database.pool, { userId }, chargeOf(env, context.ip) ?? { address: '' }),
  ])
  return ownPage(viewer, {
    plan: plan.name,
    subscription,
    usage,
    threads: { used: quota.plan.threads - quota.left, of: quota.plan.threads, per: quota.plan.per },
    renewsAt: quota.renewsAt.toISOString(),
    isCounted: env.quotas,
    isSold: env.payments !== null,
    isStandIn: env.payments?.isStandIn ?? false,
    supportEmail: env.supportEmail,
    done,
  })
}

const wishSchema = z.object({ intent: z.literal('manage') })

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { userId } = requireSession(viewer, request).session
  const form = await readForm(request)
  try {
    wishSchema.parse(Object.fromEntries(form))
    await context.limits.take('pay', { owner: { userId } })
    return redirect(await openPortal(requireBilling(context), userId))
  } catch (error) {
    return refuseForm(whereRetried(error), form, { keep: [], whichWish: 'Choose what to do with your plan.' })
  }
}

export default function PlanRoute() {
  return <PlanPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
