import type { LoaderFunctionArgs } from '@remix-run/node'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { wishOf } from '#app/features/threads/library/library-wish.ts'
import { readLibrary } from '#app/features/threads/library/read-library.ts'

/** As many as are looked through at a glance. */
const most = 8

/** A thread as the palette leads to it. */
export type FoundThread = { id: string; title: string; tweetCount: number }

/** The threads that a few letters lead to; without any, those that were changed last. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { owner } = await readViewer(request, context)
  const q = new URL(request.url).searchParams.get('q') ?? ''
  const wish = wishOf(new URLSearchParams({ q, sort: q.trim() === '' ? 'changed' : 'best' }))
  const { rows } = await context.readStale(({ pool }) => readLibrary(pool, owner, wish, most))
  const threads = rows.map(({ id, title, tweetCount }): FoundThread => ({ id, title, tweetCount }))
  return Response.json({ threads }, { headers: { 'Cache-Control': 'private, no-store' } })
}
