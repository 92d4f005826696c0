import { z } from 'zod'
import { hashOfToken, newToken } from '#app/features/accounts/secret-token.ts'
import type { Origin } from '#app/features/audit/event-origin.ts'
import { actorOf, recordEvent } from '#app/features/audit/record-event.ts'
import { assertAllowed } from '#app/features/content-filter/assert-allowed.ts'
import type { ContentFilter } from '#app/features/content-filter/content-filter.ts'
import { partOfTweets } from '#app/features/content-filter/parts.ts'
import { readWrittenThread } from '#app/features/threads/exports/read-written-thread.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { sealShareToken } from './share-token.ts'

export const shareWishSchema = z.object({ showVerdicts: z.boolean(), isIndexed: z.boolean() })
export type ShareWish = z.infer<typeof shareWishSchema>

type Dependencies = {
  prisma: Db
  sealer: Sealer
  contentFilter: ContentFilter
  /** Whether browsers without an account may share; else whoever shows something to everybody has one. */
  visitorsMayShare: boolean
}

/**
 * Makes a thread's public page, or changes what it shows; its link stays as it is. The audit trail is told. Throws
 * AppErrors: `thread-not-found` (404), `nothing-written` (409), `account-needed` (403), `content-refused` (422).
 */
export async function shareThread(
  { prisma, sealer, contentFilter, visitorsMayShare }: Dependencies,
  owner: Owner,
  { threadId, wish, origin }: { threadId: string; wish: ShareWish; origin: Origin },
): Promise<void> {
  const { ownTitle, tweets } = await readWrittenThread(prisma, owner, threadId)
  if (!('userId' in owner) && !visitorsMayShare) throw accountNeeded()
  const subject = { kind: 'thread', id: threadId }
  const actor = actorOf(owner)
  // What was typed into tweets since they were written has not been looked at yet.
  await assertAllowed(
    contentFilter,
    prisma,
    [partOfTweets([ownTitle ?? '', ...tweets.map(({ text }) => text)])],
    {
      actor,
      subject,
      origin,
    },
  )
  const token = newToken()
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.share.createMany({
      data: [{ threadId, ...wish, tokenHash: hashOfToken(token), token: sealShareToken(sealer, token) }],
      skipDuplicates: true,
    })
    if (count === 0) await tx.share.update({ where: { threadId }, data: wish })
    const action = count === 1 ? 'thread.shared' : 'thread.share-changed'
    await recordEvent(tx, { actor, action, subject, reasonCode: 'asked', data: wish, origin })
  })
}

const accountNeeded = () =>
  new AppError(
    'account-needed',
    'A public page needs an account: somebody has to answer for it. Sign up, and this thread comes with you.',
    { status: 403 },
  )
