import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { answerApi, answerJson, wrongMethod } from '#app/features/api/answer.server.ts'
import { threadSchema } from '#app/features/api/contract/answers.ts'
import { idOf } from '#app/features/api/read-request.server.ts'
import { shownThread } from '#app/features/api/shown-thread.ts'
import { originOf } from '#app/features/audit/event-origin.ts'
import { deleteThread } from '#app/features/generation/delete-thread.ts'
import { readGeneration } from '#app/features/generation/read-generation.ts'
import { readThread } from '#app/features/threads/read-thread.ts'
import { threadNotFound } from '#app/features/threads/thread-not-found.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { env, database } = args.context
  return answerApi(args, 'threads:read', async ({ owner }) => {
    const threadId = idOf(args.params.threadId, 'thread')
    const [thread, generation] = await Promise.all([
      readThread(database.prisma, owner, threadId),
      readGeneration(database.pool, owner, threadId),
    ])
    if (!generation) throw threadNotFound()
    const shown = shownThread(thread, generation, env.appUrl)
    return answerJson(threadSchema, shown, { headers: { ETag: `"${thread.version}"` } })
  })
}

export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args
  if (request.method !== 'DELETE') return wrongMethod(args, 'GET, DELETE')
  return answerApi(args, 'threads:write', async ({ owner }) => {
    const threadId = idOf(params.threadId, 'thread')
    await deleteThread(context.database.prisma, owner, { threadId, origin: originOf(request, context.ip) })
    return new Response(null, { status: 204, headers: { 'Cache-Control': 'private, no-store' } })
  })
}
