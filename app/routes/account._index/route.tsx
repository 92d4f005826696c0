import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listConnections } from '#app/features/accounts/connected/list-connected.ts'
import { problemOf } from '#app/features/accounts/connected/problems.ts'
import { ownPage, requireSession } from '#app/features/accounts/guards.server.ts'
import { listSessions } from '#app/features/accounts/list-sessions.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { closedFeatures } from '#app/features/billing/require-feature.server.ts'
import { limitInWords } from '#app/features/fraud/limit-words.ts'
import { readLimit } from '#app/features/fraud/read-limit.ts'
import { suppressionOf } from '#app/features/mail/suppressions.ts'
import { paths } from '#app/paths.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { AccountPage } from './AccountPage.tsx'
import { changeAccount } from './change-account.server.ts'
import { doneSchema } from './done.ts'

export const meta: MetaFunction = () => [
  { title: 'Account · Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { session } = requireSession(viewer, request)
  const { prisma } = context.database
  const sessions = await listSessions(prisma, { userId: session.userId, sessionId: session.id })
  const { quotas, supportEmail, mode } = context.env
  const limit = quotas ? await readLimit(prisma, session.userId) : null
  const person = await prisma.user.findUniqueOrThrow({
    where: { id: session.userId },
    select: {
      name: true,
      email: true,
      passwordHash: true,
      totpSince: true,
      _count: { select: { apiKeys: true } },
    },
  })
  return ownPage(viewer, {
    name: person.name,
    email: person.email ?? '',
    hasPassword: person.passwordHash !== null,
    connections: await listConnections(prisma, context.env.providers, session.userId),
    problem: problemOf(request),
    hasTwoFactor: person.totpSince !== null,
    keys: person._count.apiKeys,
    sessions: sessions.map(({ createdAt, lastSeenAt, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    })),
    done: doneSchema.parse(new URL(request.url).searchParams.get('done')),
    limit: limit && limitInWords({ ...limit, supportEmail }),
    mailCameBack: person.email !== null && (await suppressionOf(prisma, person.email)) !== null,
    isApiClosed: (await closedFeatures(context, viewer.owner)).includes('api'),
    hasOutbox: mode !== 'production',
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { session } = requireSession(viewer, request)
  const form = await readForm(request)
  try {
    const done = await changeAccount(request, context, viewer, session, form)
    if (done instanceof Response) return done
    return redirect(`${paths.account()}?${new URLSearchParams({ done })}`)
  } catch (error) {
    return refuseForm(error, form, {
      keep: ['name', 'email'],
      whichWish: 'Choose what to do with your account.',
    })
  }
}

export default function AccountRoute() {
  return <AccountPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
