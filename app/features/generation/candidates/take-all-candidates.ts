import { changeTweetsWithin } from '#app/features/threads/change-tweet.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import { isRewriting } from './candidate.ts'
import { readReady } from './ready-candidate.ts'

type Chosen = { threadId: string; version: number; candidateIds: readonly string[] }

/**
 * Puts several candidates into the place of their tweets, each checked again, in one change: all of them, or where one can't
 * be taken, none. `version` is the thread's as the page showed it. Throws what `takeCandidate` throws, and
 * `several-suggestions` (422) for one that gives a choice, or that stands in no tweet's place alone.
 */
export async function takeAllCandidates(
  db: Db,
  owner: Owner,
  { threadId, version, candidateIds }: Chosen,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const changes = new Map<string, { text: string; spans: { start: number; end: number }[] }>()
    for (const candidateId of candidateIds) {
      const { tweetId, kind, texts } = await readReady(tx, owner, { threadId, candidateId })
      const [text, ...others] = texts
      if (!text || others.length > 0 || tweetId === null || !isRewriting(kind) || changes.has(tweetId))
        throw severalSuggestions()
      changes.set(tweetId, { text: text.text, spans: text.spans })
    }
    await changeTweetsWithin(tx, owner, { threadId, version }, changes)
    const tweetId = { in: [...changes.keys()] }
    await tx.tweetCandidate.deleteMany({ where: { threadId, tweetId, kind: { not: 'continue' } } })
  })
}

const severalSuggestions = () =>
  new AppError('several-suggestions', 'Some of these can’t be taken together: take them one by one.', {
    status: 422,
  })
