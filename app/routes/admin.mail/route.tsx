import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { emailSchema } from '#app/features/accounts/email.ts'
import { ownPage, requirePermission } from '#app/features/accounts/guards.server.ts'
import { mayDo } from '#app/features/accounts/permissions.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { allowMailTo, stopMailTo } from '#app/features/administration/change-suppression.ts'
import { originOf } from '#app/features/audit/event-origin.ts'
import { readMailRates } from '#app/features/mail/read-rates.ts'
import { readTroubled } from '#app/features/mail/read-troubled.ts'
import { findSuppressions } from '#app/features/mail/suppressions.ts'
import { paths } from '#app/paths.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { doneSchema } from './done.ts'
import { MailPage } from './MailPage.tsx'

const mostShown = 50
const findSchema = z.string().max(254).catch('')
const formSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('suppress'), email: emailSchema }),
  z.object({ intent: z.literal('lift'), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
])

export const meta: MetaFunction = () => [{ title: 'Mail · Threadr' }, { name: 'robots', content: 'noindex' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { role } = requirePermission(viewer, 'mail.read')
  const params = new URL(request.url).searchParams
  const find = findSchema.parse(params.get('find') ?? '')
  const [rates, unknown, refused, found] = await context.readStale(({ prisma, pool }) =>
    Promise.all([
      readMailRates(pool),
      readTroubled(prisma, 'unknown', mostShown),
      readTroubled(prisma, 'refused', mostShown),
      findSuppressions(prisma, find, mostShown),
    ]),
  )
  const shown = <Row extends { createdAt: Date }>(row: Row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
  })
  return ownPage(viewer, {
    isAdmin: mayDo(role, 'audit.read'),
    mayChange: mayDo(role, 'mail.change'),
    rates,
    unknown: unknown.map(shown),
    refused: refused.map(shown),
    find,
    suppressions: found.suppressions.map(shown),
    hasMore: found.hasMore,
    done: doneSchema.parse(params.get('done')),
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { userId: by } = requirePermission(viewer, 'mail.change')
  const form = await readForm(request)
  try {
    const wish = formSchema.parse(Object.fromEntries(form))
    const { prisma } = context.database
    const doing = { by, origin: originOf(request, context.ip) }
    if (wish.intent === 'suppress') await stopMailTo(prisma, doing, wish.email)
    else await allowMailTo(prisma, doing, wish.hash)
    return redirect(paths.mailSent({ done: wish.intent }))
  } catch (error) {
    return refuseForm(error, form, { keep: ['email'], whichWish: 'Choose what to do about this address.' })
  }
}

export default function MailRoute() {
  return <MailPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
