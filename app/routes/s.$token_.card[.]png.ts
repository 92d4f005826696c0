import type { LoaderFunctionArgs } from '@remix-run/node'
import { drawSharedCard } from '#app/features/sharing/draw-shared-card.ts'
import { readSharedThread } from '#app/features/sharing/read-shared-thread.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'

/** The image that stands beside a link to a public page. Kept for five minutes, so that it is gone soon after the page. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const shared = await readSharedThread(context, params.token).catch(throwAsResponse)
  if (!shared) throw new Response('This page isn’t there, or not any more.', { status: 404 })
  const png = await drawSharedCard(shared)
  return new Response(new Uint8Array(png), {
    headers: {
      'Content-Type': 'image/png',
      'Cache-Control': 'public, max-age=300',
      ...(!shared.isIndexed && { 'X-Robots-Tag': 'noindex' }),
    },
  })
}
