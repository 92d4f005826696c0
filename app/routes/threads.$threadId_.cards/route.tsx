import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ownPage } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { mayUse } from '#app/features/billing/require-feature.server.ts'
import { cardText } from '#app/features/threads/exports/cards/card-text.ts'
import { undrawnSentence } from '#app/features/threads/exports/cards/draw-card.server.ts'
import { undrawnOf } from '#app/features/threads/exports/cards/undrawn.server.ts'
import { readWrittenThread } from '#app/features/threads/exports/read-written-thread.ts'
import { paths, threadIdOf } from '#app/paths.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'
import { CardsPage } from './CardsPage.tsx'
import { lookOf } from './look.ts'

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `Image cards of “${shown.title}” · Threadr` : 'Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const thread = await readWrittenThread(context.database.prisma, viewer.owner, threadIdOf(params)).catch(
    throwAsResponse,
  )
  if (!(await mayUse(context, viewer.owner, 'cards'))) throw redirect(paths.pricing({ for: 'cards' }))
  const undrawn = await undrawnOf(thread.tweets.map(({ text }) => text))
  const cards = thread.tweets.map(({ position, text }, at) => {
    const shown = cardText(text)
    const missing = undrawn[at] ?? []
    const drawn = missing.length === 0 && shown.text !== ''
    return {
      position,
      text,
      hasLeftOut: shown.hasLeftOut,
      notDrawn: drawn ? null : undrawnSentence(missing),
    }
  })
  return ownPage(viewer, { threadId: thread.id, title: thread.title, look: lookOf(request), cards })
}

export default function CardsRoute() {
  return <CardsPage {...useLoaderData<typeof loader>()} />
}
