import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ownPage, requirePermission } from '#app/features/accounts/guards.server.ts'
import { mayDo } from '#app/features/accounts/permissions.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { readRecord } from '#app/features/generation/how-made.ts'
import { threadIdOf } from '#app/paths.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'
import { inBrowser } from '../threads.$threadId_.how/in-browser.ts'
import { RecordPage } from './RecordPage.tsx'

export const meta: MetaFunction = () => [
  { title: 'How a thread was made · Threadr' },
  { name: 'robots', content: 'noindex' },
]

/** What is in the thread is not told here: who may see that sees Threadr as its owner, which is written down. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { role } = requirePermission(viewer, 'records.read')
  const record = await readRecord(context.database.prisma, threadIdOf(params)).catch(throwAsResponse)
  return ownPage(viewer, {
    ...record,
    isAdmin: mayDo(role, 'audit.read'),
    maySeeAs: mayDo(role, 'users.see-as') && record.owner?.role === 'user',
    createdAt: record.createdAt.toISOString(),
    generations: record.generations.map(inBrowser),
  })
}

export default function RecordRoute() {
  return <RecordPage {...useLoaderData<typeof loader>()} />
}
