import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { answerApi, answerJson, wrongMethod } from '#app/features/api/answer.server.ts'
import { progressAnswerSchema } from '#app/features/api/contract/answers.ts'
import { progressQuerySchema } from '#app/features/api/contract/requests.ts'
import { idOf, readQuery } from '#app/features/api/read-request.server.ts'
import { shownProgress } from '#app/features/api/shown-thread.ts'
import { holdProgress } from '#app/features/generation/hold-progress.server.ts'
import { threadNotFound } from '#app/features/threads/thread-not-found.ts'

/** Holds the request until there is something later than `?since=`, or 20 s have passed: then 204. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, params, context } = args
  return answerApi(args, 'threads:read', async ({ owner }) => {
    const threadId = idOf(params.threadId, 'thread')
    const { since } = readQuery(request, progressQuerySchema)
    const view = await holdProgress(request, context, owner, { threadId, since })
    if (!view) throw threadNotFound()
    if (view.seq === since)
      return new Response(null, { status: 204, headers: { 'Cache-Control': 'private, no-store' } })
    return answerJson(progressAnswerSchema, shownProgress(view))
  })
}

export async function action(args: ActionFunctionArgs) {
  return wrongMethod(args, 'GET')
}
