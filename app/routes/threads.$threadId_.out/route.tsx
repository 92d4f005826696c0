import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ownPage } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { readPosting } from '#app/features/publishing/by-hand/read-posting.ts'
import { readShare } from '#app/features/sharing/read-share.ts'
import { asText } from '#app/features/threads/exports/as-text.ts'
import { postedTexts } from '#app/features/threads/exports/exported-thread.ts'
import { readWrittenThread } from '#app/features/threads/exports/read-written-thread.ts'
import { threadIdOf } from '#app/paths.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'
import { OutPage } from './OutPage.tsx'

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `Take out “${shown.title}” · Threadr` : 'Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { prisma } = context.database
  const thread = await readWrittenThread(prisma, viewer.owner, threadIdOf(params)).catch(throwAsResponse)
  const posting = await readPosting(prisma, thread)
  const share = await readShare(prisma, context.sealer, viewer.owner, thread.id)
  return ownPage(viewer, {
    threadId: thread.id,
    title: thread.title,
    tweetCount: thread.tweets.length,
    copyable: asText(postedTexts(thread).map((text) => ({ text }))),
    isShared: share !== null,
    posting: posting && {
      settled: posting.parts.filter(({ state }) => state !== 'waiting').length,
      total: posting.parts.length,
    },
  })
}

export default function OutRoute() {
  return <OutPage {...useLoaderData<typeof loader>()} />
}
