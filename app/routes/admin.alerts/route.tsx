import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ownPage, requirePermission } from '#app/features/accounts/guards.server.ts'
import { mayDo } from '#app/features/accounts/permissions.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { acknowledgeAlert } from '#app/features/alerts/acknowledge-alert.ts'
import { components } from '#app/features/alerts/components.ts'
import { readOpenNotes, resolveNote, writeNote } from '#app/features/alerts/notes/incident-notes.ts'
import { readAlerts } from '#app/features/alerts/read-alerts.ts'
import { originOf } from '#app/features/audit/event-origin.ts'
import { paths } from '#app/paths.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { AlertsPage } from './AlertsPage.tsx'
import { doneSchema } from './done.ts'

const formSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('acknowledge'), alertId: z.uuid() }),
  z.object({
    intent: z.literal('tell'),
    title: z
      .string()
      .trim()
      .min(1, 'Say in a few words what is wrong.')
      .max(120, 'At most 120 characters: the rest belongs in the text.'),
    text: z
      .string()
      .trim()
      .min(1, 'Say what people notice, and what they can do.')
      .max(2_000, 'At most 2,000 characters.'),
    component: z
      .enum([...components, 'all'], 'Choose what it is about.')
      .transform((chosen) => (chosen === 'all' ? null : chosen)),
  }),
  z.object({ intent: z.literal('resolve'), noteId: z.uuid() }),
])

export const meta: MetaFunction = () => [
  { title: 'Alerts · Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { role } = requirePermission(viewer, 'alerts.read')
  const { env, database } = context
  const [seen, notes] = await Promise.all([readAlerts(database), readOpenNotes(database.prisma)])
  return ownPage(viewer, {
    ...seen,
    notes,
    isAdmin: mayDo(role, 'audit.read'),
    mayChange: mayDo(role, 'alerts.change'),
    isTold: env.alerts.emails.length > 0 || env.alerts.webhookUrl !== null,
    done: doneSchema.parse(new URL(request.url).searchParams.get('done')),
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { userId: by } = requirePermission(viewer, 'alerts.change')
  const form = await readForm(request)
  try {
    const { intent, ...wish } = formSchema.parse(Object.fromEntries(form))
    const { prisma } = context.database
    const doing = { by, origin: originOf(request, context.ip) }
    if ('alertId' in wish) await acknowledgeAlert(prisma, doing, wish.alertId)
    else if ('noteId' in wish) await resolveNote(prisma, doing, wish.noteId)
    else await writeNote(prisma, doing, wish)
    return redirect(paths.alerts({ done: intent }))
  } catch (error) {
    return refuseForm(error, form, {
      keep: ['title', 'text', 'component'],
      whichWish: 'Choose what to do about this alert.',
    })
  }
}

export default function AlertsRoute() {
  return <AlertsPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
