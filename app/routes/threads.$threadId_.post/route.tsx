import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ownPage } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { readPosting } from '#app/features/publishing/by-hand/read-posting.ts'
import { readWrittenThread } from '#app/features/threads/exports/read-written-thread.ts'
import { paths, threadIdOf } from '#app/paths.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { PostPage } from './PostPage.tsx'
import { takeStep } from './take-step.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `Post “${shown.title}” by hand · Threadr` : 'Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { prisma } = context.database
  const thread = await readWrittenThread(prisma, viewer.owner, threadIdOf(params)).catch(throwAsResponse)
  const posting = await readPosting(prisma, thread)
  return ownPage(viewer, {
    threadId: thread.id,
    title: thread.title,
    tweetCount: thread.tweets.length,
    posting,
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { owner } = await readViewer(request, context)
  const threadId = threadIdOf(params)
  const { prisma } = context.database
  const form = await readForm(request)
  await readWrittenThread(prisma, owner, threadId).catch(throwAsResponse)
  try {
    await takeStep(prisma, owner, threadId, form)
    return redirect(paths.post(threadId))
  } catch (error) {
    return refuseForm(error, form, { keep: ['address'], whichWish: 'Choose what to do with this tweet.' })
  }
}

export default function PostRoute() {
  return <PostPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
