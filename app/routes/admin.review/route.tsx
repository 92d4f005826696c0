import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ownPage, requirePermission } from '#app/features/accounts/guards.server.ts'
import { mayDo, mayDoTo } from '#app/features/accounts/permissions.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { originOf } from '#app/features/audit/event-origin.ts'
import { decide } from '#app/features/fraud/decide.ts'
import { type Case, readCases } from '#app/features/fraud/read-cases.ts'
import { decisionKinds } from '#app/features/fraud/standing.ts'
import { paths } from '#app/paths.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { doneSchema } from './done.ts'
import { ReviewPage } from './ReviewPage.tsx'

const mostCases = 100
const formSchema = z.object({
  intent: z.enum(decisionKinds),
  userId: z.uuid(),
  seen: z.string().regex(/^\d{1,19}$/),
})

export const meta: MetaFunction = () => [
  { title: 'To review · Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { role, userId } = requirePermission(viewer, 'users.review')
  const { cases, hasMore } = await readCases(context.database.pool, { size: mostCases })
  const shown = ({ createdAt, limitedAt, keptAt, role: theirs, ...rest }: Case) => ({
    ...rest,
    createdAt: createdAt.toISOString(),
    keptAt: keptAt?.toISOString() ?? null,
    mayReview: mayDoTo(role, 'users.review', theirs) && rest.userId !== userId,
    maySuspend: mayDoTo(role, 'users.suspend', theirs) && rest.userId !== userId,
  })
  return ownPage(viewer, {
    isAdmin: mayDo(role, 'audit.read'),
    open: cases.filter(({ keptAt }) => keptAt === null).map(shown),
    kept: cases.filter(({ keptAt }) => keptAt !== null).map(shown),
    hasMore,
    done: doneSchema.parse(new URL(request.url).searchParams.get('done')),
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { userId: by } = requirePermission(viewer, 'users.review')
  const form = await readForm(request)
  try {
    const { intent, userId: on, seen } = formSchema.parse(Object.fromEntries(form))
    if (intent === 'suspended') requirePermission(viewer, 'users.suspend')
    const { redis, database, ip } = context
    const doing = { by, on, origin: originOf(request, ip) }
    await decide({ prisma: database.prisma, redis }, doing, { decision: intent, seen })
    return redirect(`${paths.review()}?${new URLSearchParams({ done: intent })}`)
  } catch (error) {
    return refuseForm(error, form, { keep: [], whichWish: 'Choose what to decide about this account.' })
  }
}

export default function ReviewRoute() {
  return <ReviewPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
