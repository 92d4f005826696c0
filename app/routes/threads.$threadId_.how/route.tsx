import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { readHowMade } from '#app/features/generation/how-made.ts'
import { readThread } from '#app/features/threads/read-thread.ts'
import { threadIdOf } from '#app/paths.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'
import { HowPage } from './HowPage.tsx'
import { inBrowser } from './in-browser.ts'

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `How “${shown.title}” was made · Threadr` : 'Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { owner } = await readViewer(request, context)
  const threadId = threadIdOf(params)
  const { prisma } = context.database
  const { title } = await readThread(prisma, owner, threadId).catch(throwAsResponse)
  const { generations, singles } = await readHowMade(prisma, threadId, owner).catch(throwAsResponse)
  return data(
    { threadId, title, generations: generations.map(inBrowser), singles },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

export default function HowRoute() {
  return <HowPage {...useLoaderData<typeof loader>()} />
}
