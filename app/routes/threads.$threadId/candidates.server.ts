import { data } from '@remix-run/node'
import { z } from 'zod'
import { askCandidate, type Wish } from '#app/features/generation/candidates/ask-candidate.ts'
import { tweetWishes } from '#app/features/generation/candidates/candidate.ts'
import { takeAllCandidates } from '#app/features/generation/candidates/take-all-candidates.ts'
import { leaveCandidate, takeCandidate } from '#app/features/generation/candidates/take-candidate.ts'
import { mostTweets } from '#app/features/threads/document/document-limits.ts'
import type { Db } from '#app/platform/db.server.ts'
import { retryAfter, throwAsResponse } from '#app/platform/error-response.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'

const whole = z.coerce.number().int().nonnegative()

/** Ids with commas between them. */
const listed = z
  .string()
  .transform((ids) => ids.split(','))
  .pipe(z.array(z.uuid()).min(1).max(mostTweets))

const candidateForm = z.union([
  z.object({ intent: z.literal('ask'), version: whole, tweetId: z.uuid(), kind: z.enum(tweetWishes) }),
  z.object({ intent: z.literal('ask-add'), version: whole, start: whole, end: whole }),
  z.object({ intent: z.literal('take'), version: whole, candidateId: z.uuid(), index: whole }),
  z.object({ intent: z.literal('take-all'), version: whole, candidateIds: listed }),
  z.object({ intent: z.literal('leave'), candidateId: z.uuid() }),
])
type CandidateForm = z.infer<typeof candidateForm>

/** What a form about candidates asks for; null for any other form. */
export const readCandidateForm = (fields: Record<string, unknown>): CandidateForm | null =>
  candidateForm.safeParse(fields).data ?? null

/** Asks for a candidate, takes one or leaves one; what may not be done is told beside the button. */
export async function answerCandidate(
  {
    db,
    owner,
    threadId,
    hasModel,
    count,
  }: {
    db: Db
    owner: Owner
    threadId: string
    hasModel: boolean
    /** Counts what is asked for; throws where that is too often. */
    count: () => Promise<void>
  },
  form: CandidateForm,
) {
  try {
    if (form.intent === 'take') await takeCandidate(db, owner, { threadId, ...form })
    else if (form.intent === 'take-all') await takeAllCandidates(db, owner, { threadId, ...form })
    else if (form.intent === 'leave') await leaveCandidate(db, owner, { threadId, ...form })
    else {
      await count()
      await askCandidate(db, owner, { threadId, version: form.version }, { wish: wishOf(form), hasModel })
    }
    return data({ saved: true, error: null, tweetId: null, text: null })
  } catch (error) {
    const isTold = error instanceof AppError && [409, 422, 429].includes(error.status)
    if (!isTold) return throwAsResponse(error)
    const told = { saved: false, error: error.message, tweetId: null, text: null }
    return data(told, { status: error.status, headers: retryAfter(error) })
  }
}

function wishOf(form: Extract<CandidateForm, { intent: 'ask' | 'ask-add' }>): Wish {
  if (form.intent === 'ask') return { kind: form.kind, tweetId: form.tweetId }
  return { kind: 'add', passage: { start: form.start, end: form.end } }
}
