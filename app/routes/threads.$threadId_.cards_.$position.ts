import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { requireFeature } from '#app/features/billing/require-feature.server.ts'
import { cardOfTweet } from '#app/features/threads/exports/cards/card-of-tweet.ts'
import { drawCard } from '#app/features/threads/exports/cards/draw-card.server.ts'
import { attachment, fileName } from '#app/features/threads/exports/file-name.ts'
import { readWrittenThread } from '#app/features/threads/exports/read-written-thread.ts'
import { threadIdOf } from '#app/paths.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'
import { lookOf } from './threads.$threadId_.cards/look.ts'

/** The card of a tweet, for its thread's owner; with `save`, as a file. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { owner } = await readViewer(request, context)
  const thread = await readWrittenThread(context.database.prisma, owner, threadIdOf(params)).catch(
    throwAsResponse,
  )
  await requireFeature(context, owner, 'cards').catch(throwAsResponse)
  const position = z.coerce.number().int().positive().safeParse(params.position)
  const card = position.success ? cardOfTweet(thread, position.data, lookOf(request)) : null
  if (!card) throw new Response('There is no such tweet here.', { status: 404 })
  const png = await drawCard(card).catch(throwAsResponse)
  const isSaved = new URL(request.url).searchParams.has('save')
  return new Response(new Uint8Array(png), {
    headers: {
      'Content-Type': 'image/png',
      'Cache-Control': 'private, no-store',
      ...(isSaved && {
        'Content-Disposition': attachment(`${fileName(thread.title)}-${position.data}`, 'png'),
      }),
    },
  })
}
