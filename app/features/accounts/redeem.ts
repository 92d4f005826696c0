import { timingSafeEqual } from 'node:crypto'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { mostTries } from './account-request.ts'
import { digestsOfCode } from './answer-account-request.ts'
import { hashOfToken } from './secret-token.ts'

/** The id of no request, for forms that name none. */
export const noRequest = '00000000-0000-0000-0000-000000000000'

export const linkIsOver = () =>
  new AppError('link-is-over', 'This link has been used or its time is over. Ask for a new one.', {
    status: 410,
  })

/** Looks at a link's request without using it up; null where it is used, over or unknown. */
export function peek(db: Db | Tx, token: string, purposes: string[]) {
  return db.accountRequest.findFirst({
    where: {
      tokenHash: hashOfToken(token),
      purpose: { in: purposes },
      usedAt: null,
      expiresAt: { gt: new Date() },
    },
  })
}

/** Uses a link's token up. Of several at once one gets the request; throws `link-is-over` for the others. */
export async function redeemToken(tx: Tx, token: string, purpose: string) {
  const [request] = await tx.accountRequest.updateManyAndReturn({
    where: { tokenHash: hashOfToken(token), purpose, usedAt: null, expiresAt: { gt: new Date() } },
    data: { usedAt: new Date() },
  })
  if (!request) throw linkIsOver()
  return request
}

/**
 * Counts a try at a request's code before it is looked at, so that however many are made at once, five are all. Gives
 * null where there is nothing to try: over, used up, of another browser, or no such request.
 */
export async function takeTry(db: Db, purpose: string, request: { id: string; visitorId: string }) {
  const [tried] = await db.accountRequest.updateManyAndReturn({
    where: {
      ...request,
      purpose,
      usedAt: null,
      expiresAt: { gt: new Date() },
      tries: { lt: mostTries },
    },
    data: { tries: { increment: 1 } },
  })
  return tried ?? null
}

const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

const wrongCode = () =>
  new AppError('code-wrong', 'This code is wrong or its time is over. Check it, or ask for a new one.', {
    status: 422,
    field: 'code',
  })

/**
 * Who signs in with the six digits that were mailed, in the browser that asked for them. Throws `code-wrong` for any other
 * code and for addresses without an account alike.
 */
export async function redeemCode(
  db: Db,
  sealer: Sealer,
  request: { id: string; visitorId: string; code: string },
): Promise<{ userId: string }> {
  const { id, visitorId } = request
  const tried = await takeTry(db, 'sign-in', { id, visitorId })
  const given = digestsOfCode(sealer, id, request.code.replaceAll(/\s/g, ''))
  if (!tried?.userId || !given.some((digest) => isSame(digest, tried.codeHash ?? ''))) throw wrongCode()
  const { count } = await db.accountRequest.updateMany({
    where: { id, usedAt: null },
    data: { usedAt: new Date() },
  })
  if (count === 0) throw wrongCode()
  return { userId: tried.userId }
}
