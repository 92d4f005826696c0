import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { listKeys } from '#app/features/accounts/api-keys/list-keys.ts'
import { makeKey, newKeySchema } from '#app/features/accounts/api-keys/make-key.ts'
import { revokeKey } from '#app/features/accounts/api-keys/revoke-key.ts'
import { apiScopes } from '#app/features/accounts/api-keys/scopes.ts'
import { endGrant } from '#app/features/accounts/api-tokens/end-grants.ts'
import { listGrants } from '#app/features/accounts/api-tokens/list-grants.ts'
import { ownPage, requireSession } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { originOf } from '#app/features/audit/event-origin.ts'
import { mayUse, requireFeature } from '#app/features/billing/require-feature.server.ts'
import { paths } from '#app/paths.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { doneSchema } from './done.ts'
import { KeysPage } from './KeysPage.tsx'

const wishSchema = z.discriminatedUnion('intent', [
  newKeySchema.extend({ intent: z.literal('make') }),
  z.object({ intent: z.literal('revoke'), keyId: z.uuid() }),
  z.object({ intent: z.literal('sign-out'), grantId: z.uuid() }),
])

export const meta: MetaFunction = () => [
  { title: 'API keys · Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { userId } = requireSession(viewer, request).session
  const { prisma } = context.database
  const [keys, programs, mayMake] = await Promise.all([
    listKeys(prisma, userId),
    listGrants(prisma, userId),
    mayUse(context, { userId }, 'api'),
  ])
  return ownPage(viewer, {
    keys: keys.map(({ createdAt, lastUsedAt, ...key }) => ({
      ...key,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
    programs: programs.map(({ createdAt, lastUsedAt, ...program }) => ({
      ...program,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
    })),
    mayMake,
    done: doneSchema.parse(new URL(request.url).searchParams.get('done')),
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { userId } = requireSession(viewer, request).session
  const form = await readForm(request)
  const { env, database, sealer } = context
  const origin = originOf(request, context.ip)
  try {
    const scopes = apiScopes.filter((scope) => form.get(scope) === 'on')
    const wish = wishSchema.parse({ ...Object.fromEntries(form), scopes })
    if (wish.intent === 'revoke') {
      await revokeKey(database.prisma, { userId, id: wish.keyId, origin })
      return redirect(`${paths.apiKeys()}?done=revoked`)
    }
    if (wish.intent === 'sign-out') {
      await endGrant(database.prisma, { userId, id: wish.grantId, origin })
      return redirect(`${paths.apiKeys()}?done=signed-out`)
    }
    await requireFeature(context, { userId }, 'api')
    const { name } = wish
    const { token } = await makeKey(
      { prisma: database.prisma, sealer, appUrl: env.appUrl },
      { userId, name, scopes, origin },
    )
    // Shown once, in the answer to the form that made it, and kept by nobody on the way.
    return data({ made: { name, token } }, { headers: { 'Cache-Control': 'private, no-store' } })
  } catch (error) {
    return refuseForm(error, form, {
      keep: ['name', ...apiScopes],
      whichWish: 'Choose what to do with your keys.',
    })
  }
}

export default function KeysRoute() {
  return <KeysPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
