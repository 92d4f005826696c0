import { data } from '@remix-run/node'
import { z } from 'zod'
import { changeTweet, type TweetChange } from '#app/features/threads/change-tweet.ts'
import type { Db } from '#app/platform/db.server.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'

export const changeSchema = z.object({
  intent: z.enum(['edit', 'opinion', 'claim', 'lock', 'unlock']),
  tweetId: z.uuid(),
  version: z.coerce.number().int().nonnegative(),
  text: z.string().optional(),
})
type Change = z.infer<typeof changeSchema>

/** What a change came to; what was typed is still in the form. */
export type ChangeAnswer = { saved: boolean; error: string | null }

/** Makes the change that a tweet's form or button asks for. */
export async function answerChange(db: Db, owner: Owner, threadId: string, change: Change) {
  try {
    await changeTweet(
      db,
      owner,
      { threadId, tweetId: change.tweetId, version: change.version },
      wanted(change),
    )
    return data<ChangeAnswer>({ saved: true, error: null })
  } catch (error) {
    const isTold = error instanceof AppError && (error.status === 409 || error.field === 'text')
    if (!isTold) return throwAsResponse(error)
    return data<ChangeAnswer>({ saved: false, error: error.message }, { status: error.status })
  }
}

function wanted({ intent, text = '' }: Change): TweetChange {
  if (intent === 'edit') return { text }
  if (intent === 'opinion' || intent === 'claim') return { isOpinion: intent === 'opinion' }
  return { isLocked: intent === 'lock' }
}
