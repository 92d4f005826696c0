import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { answerApi, answerJson, wrongMethod } from '#app/features/api/answer.server.ts'
import { acceptedSchema, threadListSchema } from '#app/features/api/contract/answers.ts'
import {
  idempotencyKeySchema,
  listQuerySchema,
  newThreadSchema,
} from '#app/features/api/contract/requests.ts'
import { keyOfHeader, readJson, readQuery } from '#app/features/api/read-request.server.ts'
import { submitFromApi } from '#app/features/api/submit.server.ts'
import { listThreads } from '#app/features/threads/list-threads.ts'
import { paths } from '#app/paths.ts'

/** A text of 300,000 characters in JSON, also where each takes six bytes there. */
const mostBytes = 2 * 1024 * 1024

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  return answerApi(args, 'threads:read', async ({ owner }) => {
    const { limit, cursor, trash } = readQuery(request, listQuerySchema)
    const { rows, next } = await listThreads(context.database.pool, owner, {
      size: limit,
      after: cursor,
      trash: trash === 'true',
    })
    return answerJson(threadListSchema, { threads: rows, next })
  })
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  if (request.method !== 'POST') return wrongMethod(args, 'GET, POST')
  return answerApi(args, 'threads:write', async ({ owner }) => {
    const key = keyOfHeader(request, idempotencyKeySchema)
    const wish = await readJson(request, newThreadSchema, { mostBytes })
    const { threadId: id } = await submitFromApi(request, context, owner, { wish, key })
    const url = context.env.appUrl + paths.apiThread(id)
    const accepted = { id, url, progress: context.env.appUrl + paths.apiProgress(id) }
    return answerJson(acceptedSchema, accepted, { status: 202, headers: { Location: url } })
  })
}
