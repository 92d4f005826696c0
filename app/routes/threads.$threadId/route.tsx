import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { rules } from '#app/features/counting/networks.ts'
import { cancelGeneration } from '#app/features/generation/cancel-generation.ts'
import { readGeneration } from '#app/features/generation/read-generation.ts'
import { retryGeneration } from '#app/features/generation/retry-generation.ts'
import { readThread } from '#app/features/threads/read-thread.ts'
import { paths, threadIdOf } from '#app/paths.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { readVisitor } from '#app/platform/visitor.server.ts'
import { ThreadPage } from './ThreadPage.tsx'

const intentSchema = z.enum(['cancel', 'retry'])

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `${shown.thread.title} · Threadr` : 'Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { visitorId } = await readVisitor(request, context.env)
  const threadId = threadIdOf(params)
  const { prisma, pool } = context.database
  // In this order, so that a thread that gets ready in between is shown with its tweets.
  const generation = await readGeneration(pool, { visitorId }, threadId)
  const thread = await readThread(prisma, { visitorId }, threadId).catch(throwAsResponse)
  if (!generation) throw new Response('There is no such thread here.', { status: 404 })
  const { snapshot } = thread.source
  return data(
    {
      thread: {
        id: thread.id,
        title: thread.title,
        network: 'x' as const,
        limit: rules.x.limit,
        numbering: thread.numbering,
        createdAt: thread.createdAt.toISOString(),
      },
      source: snapshot && {
        kind: snapshot.kind,
        url: snapshot.url,
        title: snapshot.title,
        siteName: snapshot.siteName,
        byline: snapshot.byline,
        publishedAt: snapshot.publishedAt,
        text: snapshot.text,
        blocks: snapshot.blocks,
      },
      generation,
      tweets: thread.tweets,
      model: thread.model,
      startOver: thread.source.url && paths.landing(thread.source.url),
      canRetry: generation.status === 'failed' || generation.status === 'cancelled',
      canCancel: generation.status === 'queued' || generation.status === 'running',
    },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { visitorId } = await readVisitor(request, context.env)
  const threadId = threadIdOf(params)
  const intent = intentSchema.safeParse((await readForm(request)).get('intent'))
  if (!intent.success) throw new Response('Choose whether to stop or to try again.', { status: 400 })
  const { prisma, pool } = context.database
  if (intent.data === 'cancel') await cancelGeneration(pool, { visitorId }, threadId)
  else await retryGeneration(prisma, { visitorId }, threadId).catch(throwAsResponse)
  return redirect(paths.thread(threadId))
}

export default function ThreadRoute() {
  return <ThreadPage {...useLoaderData<typeof loader>()} />
}
