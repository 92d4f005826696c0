import type { Origin } from '#app/features/audit/event-origin.ts'
import { recordEvent } from '#app/features/audit/record-event.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { seconds } from '#app/platform/durations.ts'
import { AppError } from '#app/platform/errors.ts'
import { isCheckedToken } from '../api-keys/checked-token.ts'
import { type ApiScope, keptScopes } from '../api-keys/scopes.ts'
import { hashOfToken } from '../secret-token.ts'
import { addRefreshToken, refreshPrefix } from './refresh-token.ts'

/** Whose answer was lost on its way may ask once more within this time. */
const retryWithin = seconds(10)

export type Grant = { userId: string; grantId: string; scopes: ApiScope[]; refreshToken: string }

const refreshTokenIsOver = () =>
  new AppError('refresh-token-over', 'This refresh token is used, over or revoked: sign in again.', {
    status: 400,
  })

/**
 * Takes a refresh token for the next one. Of several who use the same at once one is first. One that was used before
 * ends its whole family, as then somebody else has it too; but for one retry within 10 seconds, where the token that
 * came of it was not used: that one is then over, so that whoever has it ends the family with it. Throws
 * `refresh-token-over`, or what `requireApi` throws where somebody has no use of the API.
 */
export async function refresh(
  db: Db,
  { token, origin, requireApi }: { token: string; origin: Origin; requireApi(userId: string): Promise<void> },
  now = new Date(),
): Promise<Grant> {
  if (!isCheckedToken(refreshPrefix, token)) throw refreshTokenIsOver()
  const tokenHash = hashOfToken(token)
  // Before anything is used up, so that the token is good again once they have the plan.
  const of = await db.refreshToken.findUnique({ where: { tokenHash, usedAt: null }, select: { grant: true } })
  if (of && !of.grant.endedAt) await requireApi(of.grant.userId)
  // What is decided here has to stay, also where it is a refusal.
  const outcome = await db.$transaction((tx) => exchange(tx, { tokenHash, origin }, now))
  if (!outcome) throw refreshTokenIsOver()
  return outcome
}

async function exchange(
  tx: Tx,
  { tokenHash, origin }: { tokenHash: string; origin: Origin },
  now: Date,
): Promise<Grant | null> {
  await tx.$queryRaw`
    select id from api_grants where id = (select grant_id from refresh_tokens where token_hash = ${tokenHash})
    for update`
  const known = await tx.refreshToken.findUnique({
    where: { tokenHash },
    include: { grant: { include: { user: { select: { disabledAt: true } } } } },
  })
  if (!known || known.grant.endedAt || known.grant.user.disabledAt || known.expiresAt <= now) return null
  const { grant } = known
  const isRetry = known.usedAt !== null
  if (isRetry && !(await takesBack(tx, known, now))) {
    await tx.apiGrant.update({ where: { id: grant.id }, data: { endedAt: now } })
    await recordEvent(tx, {
      actor: { kind: 'user', id: grant.userId },
      action: 'api-grant.ended',
      subject: { kind: 'api-grant', id: grant.id },
      reasonCode: 'refresh-token-used-again',
      origin,
    })
    return null
  }
  await tx.refreshToken.update({ where: { tokenHash }, data: { usedAt: now, isSpent: isRetry } })
  const refreshToken = await addRefreshToken(tx, grant, tokenHash, now)
  const scopes = keptScopes.parse(grant.scopes)
  return { userId: grant.userId, grantId: grant.id, scopes, refreshToken }
}

/** Whether a used token may be sent once more; then the token that it had brought is over. */
async function takesBack(
  tx: Tx,
  { tokenHash, usedAt, isSpent }: { tokenHash: string; usedAt: Date | null; isSpent: boolean },
  now: Date,
): Promise<boolean> {
  if (isSpent || usedAt === null || now.getTime() - usedAt.getTime() > retryWithin) return false
  const { count } = await tx.refreshToken.updateMany({
    where: { follows: tokenHash, usedAt: null },
    data: { usedAt: now, isSpent: true },
  })
  return count === 1
}
