import { data } from '@remix-run/node'
import { z } from 'zod'
import { addTweet } from '#app/features/threads/add-tweet.ts'
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

export const additionSchema = z
  .object({
    intent: z.literal('add'),
    version: z.coerce.number().int().nonnegative(),
    start: z.coerce.number().int().nonnegative(),
    end: z.coerce.number().int().nonnegative(),
  })
  .refine(({ start, end }) => start < end)
type Addition = z.infer<typeof additionSchema>

/** What a change came to; with what was typed, for the form of a page that was sent without JavaScript. */
export type ChangeAnswer = {
  saved: boolean
  error: string | null
  tweetId: string | null
  text: string | null
}

/** Adds a tweet about a passage of the source. */
export function answerAddition(db: Db, owner: Owner, threadId: string, { version, ...passage }: Addition) {
  return answer({ tweetId: null, text: null }, () => addTweet(db, owner, { threadId, version }, passage))
}

/** Makes the change that a tweet's form or button asks for. */
export function answerChange(db: Db, owner: Owner, threadId: string, change: Change) {
  const { tweetId, version, intent } = change
  const asked = { tweetId, text: intent === 'edit' ? (change.text ?? '') : null }
  return answer(asked, () => changeTweet(db, owner, { threadId, tweetId, version }, wanted(change)))
}

async function answer(asked: Pick<ChangeAnswer, 'tweetId' | 'text'>, make: () => Promise<unknown>) {
  try {
    await make()
    return data<ChangeAnswer>({ saved: true, error: null, ...asked })
  } catch (error) {
    const isTold = error instanceof AppError && (error.status === 409 || error.status === 422)
    if (!isTold) return throwAsResponse(error)
    return data<ChangeAnswer>({ saved: false, error: error.message, ...asked }, { status: error.status })
  }
}

function wanted({ intent, text = '' }: Change): TweetChange {
  if (intent === 'edit') return { text }
  if (intent === 'opinion' || intent === 'claim') return { isOpinion: intent === 'opinion' }
  return { isLocked: intent === 'lock' }
}
