import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { answerApi, answerJson, wrongMethod } from '#app/features/api/answer.server.ts'
import { changedTweetSchema } from '#app/features/api/contract/answers.ts'
import { tweetChangeSchema } from '#app/features/api/contract/requests.ts'
import { asPrecondition, idOf, readIfMatch, readJson } from '#app/features/api/read-request.server.ts'
import { shownTweet } from '#app/features/api/shown-thread.ts'
import { changeTweet } from '#app/features/threads/change-tweet.ts'
import { readThread } from '#app/features/threads/read-thread.ts'

const mostBytes = 64 * 1024

export async function loader(args: LoaderFunctionArgs) {
  return wrongMethod(args, 'PATCH')
}

/** Changes a tweet where the thread is still of the version that `If-Match` names. */
export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args
  if (request.method !== 'PATCH') return wrongMethod(args, 'PATCH')
  return answerApi(args, 'threads:write', async ({ owner }) => {
    const { prisma } = context.database
    const threadId = idOf(params.threadId, 'thread')
    const tweetId = idOf(params.tweetId, 'tweet')
    const asked = readIfMatch(request)
    const { text, isOpinion, isLocked } = await readJson(request, tweetChangeSchema, { mostBytes })
    const change = {
      ...(text !== undefined && { text }),
      ...(isOpinion !== undefined && { isOpinion }),
      ...(isLocked !== undefined && { isLocked }),
    }
    const { version, tweet } = await changeTweet(
      prisma,
      owner,
      { threadId, tweetId, version: asked },
      change,
    ).catch(asPrecondition)
    const { snapshot } = await readThread(prisma, owner, threadId)
    const changed = { version, tweet: shownTweet(tweet, snapshot?.text ?? null) }
    return answerJson(changedTweetSchema, changed, { headers: { ETag: `"${version}"` } })
  })
}
