import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readViewer, watcherOf } from '#app/features/accounts/read-viewer.server.ts'
import { holdProgress } from '#app/features/generation/hold-progress.server.ts'
import { noteLeft, noteWatching } from '#app/features/generation/watch.ts'
import { threadIdOf } from '#app/paths.ts'

const sinceSchema = z.coerce.number().int().min(-1).catch(-1)

/** Answers with what is new since `?since=`, holding the request until there is something or 20 s have passed. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const threadId = threadIdOf(params)
  const since = sinceSchema.parse(new URL(request.url).searchParams.get('since') ?? undefined)
  const watcher = watcherOf(viewer)
  const { pool } = context.database
  const view = await holdProgress(request, context, viewer.owner, {
    threadId,
    since,
    beforeWait: watcher && (() => noteWatching(pool, { ...watcher, threadId })),
  })
  if (watcher && request.signal.aborted) await noteLeft(pool, { ...watcher, threadId })
  const headers = { 'Cache-Control': 'private, no-store' }
  if (!view) return new Response('There is no such thread here.', { status: 404, headers })
  if (view.seq === since) return new Response(null, { status: 204, headers })
  return Response.json(view, { headers })
}
