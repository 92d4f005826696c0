import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { noteSeen } from '#app/features/analytics/note-seen.server.ts'
import { chargeOf } from '#app/features/billing/charge.ts'
import { countedOwner, entitlementsOf } from '#app/features/billing/plan-of.ts'
import { plans } from '#app/features/billing/plans.ts'
import { type Quota, quotaNotice } from '#app/features/billing/quota-words.ts'
import { readQuota } from '#app/features/billing/read-quota.ts'
import { toMore } from '#app/features/billing/to-plans.ts'
import { isOn } from '#app/features/flags/is-on.server.ts'
import { configuredWriter } from '#app/features/generation/choose-writer.ts'
import { takeSubmission } from '#app/features/generation/take-submission.server.ts'
import { listThreads } from '#app/features/threads/list-threads.ts'
import { paths } from '#app/paths.ts'
import { retryAfter } from '#app/platform/error-response.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { reachesPeople } from '#app/platform/mail-settings.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { landingExample } from './example.server.ts'
import { LandingPage } from './LandingPage.tsx'
import { fieldOf, parseSubmission, typedValues } from './submission.server.ts'

const prefilledSchema = z.string().max(2000).optional().catch(undefined)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { owner, session, setCookie } = await readViewer(request, context)
  noteSeen(request, context, 'landing_seen')
  const charge = chargeOf(context.env, context.ip)
  const [recent, example, quota, isShort] = await Promise.all([
    setCookie && !session
      ? []
      : context.readStale(({ pool }) => listThreads(pool, owner, { size: 5 })).then(({ rows }) => rows),
    landingExample(),
    charge && readQuota(context.database.pool, owner, charge),
    isOn(request, context, 'short-landing', {
      owner,
      planOf: async () =>
        (await entitlementsOf({ pool: context.database.pool, redis: context.redis }, owner)).name,
    }),
  ])
  return data(
    {
      recent,
      // Who has threads knows by them what the example shows.
      example: isShort && recent.length > 0 ? null : example,
      prefilled: prefilledSource(request),
      writer: configuredWriter(context.env),
      quota: quota && quotaNotice(quota, new Date()),
      quotaLeadsTo: (quota && toMore(quota.plan.name)) ?? null,
      mayLeaveAddress: !session && quota !== null && hasHadAll(quota) && reachesPeople(context.env),
      submissionKey: randomUUID(),
    },
    { headers: { 'Cache-Control': 'private, no-store', ...(setCookie && { 'Set-Cookie': setCookie }) } },
  )
}

/** Whether the day's threads are used up, with none got for an address yet. */
const hasHadAll = ({ left, plan }: Quota) => left === 0 && plan.threads === plans.visitor.threads

export async function action({ request, context }: ActionFunctionArgs) {
  const { owner, setCookie } = await readViewer(request, context)
  const form = await readForm(request)
  try {
    await context.limits.take('submit', { ...(await countedOwner(context, owner)), ip: context.ip })
    const parsed = await parseSubmission(form)
    if (!parsed.ok)
      return data({ errors: parsed.errors, values: parsed.values, leadsTo: null }, { status: 422 })
    const { threadId } = await takeSubmission(request, context, owner, parsed)
    return redirect(paths.thread(threadId), { headers: setCookie ? { 'Set-Cookie': setCookie } : {} })
  } catch (error) {
    // A place for files that can't be reached is told at the form, with what was typed.
    if (!(error instanceof AppError) || (error.status >= 500 && !error.retryable)) throw error
    return data(
      {
        errors: { [fieldOf(error.field)]: error.message },
        values: typedValues(form),
        leadsTo: error.leadsTo ?? null,
      },
      { status: error.status, headers: retryAfter(error) },
    )
  }
}

/** A source that a link brings along, such as the one back from a page that could not be read. */
function prefilledSource(request: Request): Record<string, string> {
  const source = prefilledSchema.parse(new URL(request.url).searchParams.get('source') ?? undefined)
  return source === undefined ? {} : { source }
}

export default function LandingRoute() {
  const { prefilled, ...shown } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  return (
    <LandingPage
      {...shown}
      errors={sent?.errors ?? {}}
      values={sent?.values ?? prefilled}
      leadsTo={sent?.leadsTo ?? null}
    />
  )
}
