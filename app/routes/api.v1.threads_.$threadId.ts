import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { answerApi, answerJson, wrongMethod } from '#app/features/api/answer.server.ts'
import { threadSchema } from '#app/features/api/contract/answers.ts'
import { deleteQuerySchema, threadChangeSchema } from '#app/features/api/contract/requests.ts'
import {
  asPrecondition,
  idOf,
  readIfMatch,
  readJson,
  readQuery,
} from '#app/features/api/read-request.server.ts'
import { shownThread } from '#app/features/api/shown-thread.ts'
import { originOf } from '#app/features/audit/event-origin.ts'
import { deleteThread } from '#app/features/generation/delete-thread.ts'
import { readGeneration } from '#app/features/generation/read-generation.ts'
import { trashThreads } from '#app/features/generation/trash-threads.ts'
import { changeThreadWithin } from '#app/features/threads/change-thread.ts'
import { trashedSince } from '#app/features/threads/library/trash.ts'
import { readThread } from '#app/features/threads/read-thread.ts'
import { threadNotFound } from '#app/features/threads/thread-not-found.ts'
import type { AppContext } from '#app/platform/context.ts'
import type { Owner } from '#app/platform/owner.ts'

const mostBytes = 4 * 1024

export async function loader(args: LoaderFunctionArgs) {
  return answerApi(args, 'threads:read', async ({ owner }) =>
    answerThread(args.context, owner, idOf(args.params.threadId, 'thread')),
  )
}

export async function action(args: ActionFunctionArgs) {
  const { method } = args.request
  if (method === 'PATCH') return answerApi(args, 'threads:write', ({ owner }) => change(args, owner))
  if (method === 'DELETE') return answerApi(args, 'threads:write', ({ owner }) => remove(args, owner))
  return wrongMethod(args, 'GET, PATCH, DELETE')
}

/** Where the thread is still of the version that `If-Match` names. */
async function change({ request, params, context }: ActionFunctionArgs, owner: Owner): Promise<Response> {
  const threadId = idOf(params.threadId, 'thread')
  const version = readIfMatch(request)
  const { title, numbering } = await readJson(request, threadChangeSchema, { mostBytes })
  await context.database.prisma
    .$transaction((tx) =>
      changeThreadWithin(tx, owner, { threadId, version }, (document) => ({
        ...document,
        ...(title !== undefined && { title }),
        ...(numbering !== undefined && { numbering }),
      })),
    )
    .catch(asPrecondition)
  return answerThread(context, owner, threadId)
}

async function remove({ request, params, context }: ActionFunctionArgs, owner: Owner): Promise<Response> {
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
}

async function answerThread(
  { env, database }: AppContext,
  owner: Owner,
  threadId: string,
): Promise<Response> {
  const [thread, generation] = await Promise.all([
    readThread(database.prisma, owner, threadId),
    readGeneration(database.pool, owner, threadId),
  ])
  if (!generation) throw threadNotFound()
  const shown = shownThread(thread, generation, env.appUrl)
  return answerJson(threadSchema, shown, { headers: { ETag: `"${thread.version}"` } })
}
