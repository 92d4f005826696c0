import type { LoaderFunctionArgs } from '@remix-run/node'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { requireFeature } from '#app/features/billing/require-feature.server.ts'
import { zipCards } from '#app/features/threads/exports/cards/zip-cards.ts'
import { attachment, fileName } from '#app/features/threads/exports/file-name.ts'
import { readWrittenThread } from '#app/features/threads/exports/read-written-thread.ts'
import { threadIdOf } from '#app/paths.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'
import { lookOf } from './threads.$threadId_.cards/look.ts'

/** All cards of a thread in one archive, for its owner. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { owner } = await readViewer(request, context)
  const thread = await readWrittenThread(context.database.prisma, owner, threadIdOf(params)).catch(
    throwAsResponse,
  )
  await requireFeature(context, owner, 'cards').catch(throwAsResponse)
  const name = fileName(thread.title)
  const zip = await zipCards(thread, { name, look: lookOf(request), signal: request.signal })
  return new Response(new Uint8Array(zip), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': attachment(`${name}-cards`, 'zip'),
      'Cache-Control': 'private, no-store',
    },
  })
}
