import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ownPage, requirePermission } from '#app/features/accounts/guards.server.ts'
import { mayDo } from '#app/features/accounts/permissions.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { findUsers } from '#app/features/administration/find-users.ts'
import { UsersPage } from './UsersPage.tsx'

const pageSize = 25
const querySchema = z.object({
  find: z.string().max(254).catch(''),
  before: z.uuid().optional().catch(undefined),
})

export const meta: MetaFunction = () => [
  { title: 'People · Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { role } = requirePermission(viewer, 'users.find')
  const { find, before } = querySchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { users, next } = await context.readStale(({ prisma }) =>
    findUsers(prisma, find, { size: pageSize, before }),
  )
  return ownPage(viewer, {
    isAdmin: mayDo(role, 'audit.read'),
    find,
    users: users.map((user) => ({ ...user, createdAt: user.createdAt.toISOString() })),
    next,
  })
}

export default function UsersRoute() {
  return <UsersPage {...useLoaderData<typeof loader>()} />
}
