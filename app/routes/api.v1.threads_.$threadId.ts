import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { answerApi, answerJson, wrongMethod } from '#app/features/api/answer.server.ts'
import { threadSchema } from '#app/features/api/contract/answers.ts'
import { deleteQuerySchema } from '#app/features/api/contract/requests.ts'
import { idOf, readQuery } from '#app/features/api/read-request.server.ts'
import { shownThread } from '#app/features/api/shown-thread.ts'
import { originOf } from '#app/features/audit/event-origin.ts'
import { deleteThread } from '#app/features/generation/delete-thread.ts'
import { readGeneration } from '#app/features/generation/read-generation.ts'
import { trashThreads } from '#app/features/generation/trash-threads.ts'
import { trashedSince } from '#app/features/threads/library/trash.ts'
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
    const { forever } = readQuery(request, deleteQuerySchema)
    if (forever === 'true') {
      const origin = originOf(request, context.ip)
      await deleteThread(context.database.prisma, owner, { threadId, inTrashSince: null, origin })
    } else {
      const { prisma, pool } = context.database
      // What lies there already stays as it is.
      const { count } = await trashThreads({ prisma, pool }, owner, [threadId])
      if (count === 0 && !(await trashedSince(pool, owner, threadId))) throw threadNotFound()
    }
    return new Response(null, { status: 204, headers: { 'Cache-Control': 'private, no-store' } })
  })
}
