import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { requireBilling } from '#app/features/billing/billing-of.ts'
import { openCheckout } from '#app/features/billing/open-checkout.ts'
import { entitlementsOf } from '#app/features/billing/plan-of.ts'
import { intervals } from '#app/features/billing/plans.ts'
import { readSubscription } from '#app/features/billing/read-subscription.ts'
import { paths } from '#app/paths.ts'
import { AppError } from '#app/platform/errors.ts'
import { reachesPeople } from '#app/platform/mail-settings.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { whereRetried } from '#app/platform/where-retried.ts'
import { PricingPage } from './PricingPage.tsx'

export const meta: MetaFunction = () => [
  { title: 'Plans and prices · Threadr' },
  {
    name: 'description',
    content: 'What Threadr holds without an account, with Free and with Pro, and what it costs.',
  },
]

/** The same for everybody who sends no cookie: see shared-page.server.ts. In seconds. */
export const handle = { shared: { freshFor: 300, staleFor: 3_600 } }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { env, database } = context
  const userId = viewer.session?.userId ?? null
  const plan = await entitlementsOf({ pool: database.pool, redis: context.redis }, viewer.owner)
  const subscription = userId === null ? null : await readSubscription(database.prisma, userId)
  // It keeps nothing of a browser, so a new one needs no cookie for it.
  return data(
    {
      isSold: env.payments !== null,
      isStandIn: env.payments?.isStandIn ?? false,
      isSignedIn: userId !== null,
      plan: plan.name,
      hasSubscription: subscription?.isUnderWay ?? false,
      withTrial: subscription === null || !subscription.hadTrial,
      wanted: wantedSchema.parse(new URL(request.url).searchParams.get('for')),
      mayLeaveAddress: !viewer.session && env.quotas && reachesPeople(env),
      wasLeft: new URL(request.url).searchParams.get('done') === 'left',
    },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

const wantedSchema = z.enum(['variants', 'cards', 'api']).nullable().catch(null)
const wishSchema = z.object({
  intent: z.literal('buy'),
  interval: z.enum(intervals, 'Choose how to pay: by the month or by the year.'),
})

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await readViewer(request, context)
  const form = await readForm(request)
  if (!viewer.session) throw redirect(paths.signUp(paths.pricing()))
  const { userId } = viewer.session
  try {
    const { interval } = wishSchema.parse(Object.fromEntries(form))
    await context.limits.take('pay', { owner: { userId } })
    return redirect(await openCheckout(requireBilling(context), { userId, interval }))
  } catch (error) {
    if (error instanceof AppError && error.code === 'has-plan') return redirect(paths.plan())
    return refuseForm(whereRetried(error), form, { keep: ['interval'], whichWish: 'Choose what to buy.' })
  }
}

export default function PricingRoute() {
  return <PricingPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
