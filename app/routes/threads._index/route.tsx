import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { listThreads } from '#app/features/threads/list-threads.ts'
import { ThreadsPage } from './ThreadsPage.tsx'

const pageSize = 20
const cursorSchema = z.uuid().optional().catch(undefined)

export const meta: MetaFunction = () => [
  { title: 'Your threads · Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { owner, session } = await readViewer(request, context)
  const before = cursorSchema.parse(new URL(request.url).searchParams.get('cursor') ?? undefined)
  const { rows, next } = await listThreads(context.database.pool, owner, { size: pageSize, after: before })
  return data(
    { rows, nextCursor: next, isVisitor: session === null },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

export default function ThreadsRoute() {
  return <ThreadsPage {...useLoaderData<typeof loader>()} />
}
