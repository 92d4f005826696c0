import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { noteSeen } from '#app/features/analytics/note-seen.server.ts'
import { readSharedThread } from '#app/features/sharing/read-shared-thread.ts'
import { cardSize } from '#app/features/threads/exports/cards/card.ts'
import { paths } from '#app/paths.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'
import { SharedPage } from './SharedPage.tsx'

/** In characters; what is longer, readers of a link's description cut themselves. */
const longestDescription = 300

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  if (!shown) return [{ title: 'Threadr' }, { name: 'robots', content: 'noindex' }]
  const { title, tweets, address, image, isIndexed } = shown
  const description = (tweets[0]?.text ?? '').replaceAll(/\s+/g, ' ').slice(0, longestDescription)
  return [
    { title: `${title} · Threadr` },
    { name: 'description', content: description },
    ...(isIndexed ? [] : [{ name: 'robots', content: 'noindex, nofollow' }]),
    { property: 'og:type', content: 'article' },
    { property: 'og:site_name', content: 'Threadr' },
    { property: 'og:title', content: title },
    { property: 'og:description', content: description },
    { property: 'og:url', content: address },
    { property: 'og:image', content: image },
    { property: 'og:image:type', content: 'image/png' },
    { property: 'og:image:width', content: String(cardSize.width) },
    { property: 'og:image:height', content: String(cardSize.height) },
    { property: 'og:image:alt', content: title },
    { name: 'twitter:card', content: 'summary_large_image' },
  ]
}

/** The same for everybody who sends no cookie: see shared-page.server.ts. In seconds; so long a page may outlive its link. */
export const handle = { shared: { freshFor: 60, staleFor: 240 } }

/** What whoever has the link may read; it asks nobody who they are. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const token = params.token ?? ''
  const shared = await readSharedThread(context, token).catch(throwAsResponse)
  if (!shared) throw new Response('This page isn’t there, or not any more.', { status: 404 })
  noteSeen(request, context, 'shared_seen')
  const { appUrl, supportEmail } = context.env
  return data(
    {
      ...shared,
      address: appUrl + paths.shared(token),
      image: appUrl + paths.sharedCard(token),
      supportEmail,
    },
    // With a cookie, the page around it names who is signed in.
    { headers: { 'Cache-Control': 'private, no-cache' } },
  )
}

export default function SharedRoute() {
  return <SharedPage {...useLoaderData<typeof loader>()} />
}
