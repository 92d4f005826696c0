import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { awaitChange } from '#app/features/generation/await-change.ts'
import { threadIdOf } from '#app/paths.ts'
import { seconds } from '#app/platform/durations.ts'

/** Shorter than the 30 s after which proxies cut a connection that says nothing. */
const holdFor = seconds(20)

const sinceSchema = z.coerce.number().int().min(-1).catch(-1)

/** Answers with what is new since `?since=`, holding the request until there is something or 20 s have passed. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { owner } = await readViewer(request, context)
  const threadId = threadIdOf(params)
  const since = sinceSchema.parse(new URL(request.url).searchParams.get('since') ?? undefined)
  const view = await awaitChange(
    { pool: context.database.pool, notifications: context.notifications },
    owner,
    threadId,
    since,
    { timeoutMs: holdFor, signal: AbortSignal.any([request.signal, context.stopping]) },
  )
  const headers = { 'Cache-Control': 'private, no-store' }
  if (!view) return new Response('There is no such thread here.', { status: 404, headers })
  if (view.seq === since) return new Response(null, { status: 204, headers })
  return Response.json(view, { headers })
}
