import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ownPage, requirePermission } from '#app/features/accounts/guards.server.ts'
import { mayDo, mayDoTo } from '#app/features/accounts/permissions.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { readNames } from '#app/features/administration/read-names.ts'
import { readUser } from '#app/features/administration/read-user.ts'
import { originOf } from '#app/features/audit/event-origin.ts'
import { eventInWords } from '#app/features/audit/event-words.ts'
import { readSubscription } from '#app/features/billing/read-subscription.ts'
import { readLimit } from '#app/features/fraud/read-limit.ts'
import { latestBriefs } from '#app/features/generation/how-made.ts'
import { userIdOf } from '#app/paths.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { inBrowser } from '../threads.$threadId_.how/in-browser.ts'
import { carryOut } from './carry-out.server.ts'
import { doneSchema } from './done.ts'
import { UserPage } from './UserPage.tsx'

/** Of all the threads that are shown. */
const mostWritings = 60

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: `${shown?.user.name ?? 'Nobody'} · Threadr` },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { role, userId } = requirePermission(viewer, 'users.find')
  const found = await readUser(context.database, userIdOf(params)).catch(throwAsResponse)
  const names = await readNames(
    context.database.prisma,
    found.events.map(({ actor }) => actor),
  )
  const limit = await readLimit(context.database.prisma, found.id)
  const bought = await readSubscription(context.database.prisma, found.id)
  const { createdAt, suspendedAt, sessions, events, threads, ...rest } = found
  const briefs = await latestBriefs(
    context.database.prisma,
    threads.map(({ id }) => id),
    mostWritings,
  )
  const may = (permission: Parameters<typeof mayDo>[1]) => mayDoTo(role, permission, found.role)
  return ownPage(viewer, {
    isAdmin: mayDo(role, 'audit.read'),
    may: {
      reset: may('users.reset') && found.email !== null && !found.isSuspended,
      endSessions: may('users.end-sessions'),
      sync: bought?.customerId != null && context.env.payments !== null,
      suspend: may('users.suspend') && found.id !== userId,
      changeRole: may('users.change-role'),
      seeAs: may('users.see-as') && found.role === 'user',
    },
    user: {
      ...rest,
      createdAt: createdAt.toISOString(),
      suspendedAt: suspendedAt?.toISOString() ?? null,
      limit: limit && { since: limit.since.toISOString(), score: limit.score, reasons: limit.reasons },
      sessions: sessions.map(({ id, device, network, lastSeenAt }) => ({
        id,
        device,
        network,
        lastSeenAt: lastSeenAt.toISOString(),
      })),
      bought: bought && {
        customerId: bought.customerId,
        status: bought.status,
        heldSince: bought.heldSince,
        syncedAt: bought.syncedAt,
      },
      threads: threads.map(({ id, title }) => ({
        id,
        title,
        writings: briefs.filter(({ threadId }) => threadId === id).map(inBrowser),
      })),
      events: events.map((event) => ({
        id: event.id,
        at: event.at.toISOString(),
        what: eventInWords(event),
        who: actorInWords(event.actor, found.id, names),
        network: event.ip,
      })),
    },
    done: doneSchema.parse(new URL(request.url).searchParams.get('done')),
  })
}

function actorInWords(
  actor: { kind: string; id?: string },
  userId: string,
  names: Record<string, string>,
): string {
  if (actor.kind === 'system') return 'Threadr'
  if (actor.id === userId) return 'The person'
  return names[actor.id ?? ''] ?? `${actor.kind} ${actor.id}`
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { userId: by } = requirePermission(viewer, 'users.find')
  const doing = { by, on: userIdOf(params), origin: originOf(request, context.ip) }
  const form = await readForm(request)
  try {
    return redirect(await carryOut(context, viewer, doing, form))
  } catch (error) {
    return refuseForm(error, form, { keep: [], whichWish: 'Choose what to do with this account.' })
  }
}

export default function UserRoute() {
  return <UserPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
