import type { Tx } from '#app/platform/db.server.ts'
import { days } from '#app/platform/durations.ts'
import { newCheckedToken } from '../api-keys/checked-token.ts'
import { hashOfToken } from '../secret-token.ts'

export const refreshPrefix = 'thrr_'
/** A family of tokens ends after so long, however much it is used, and after so long without being used. */
const [longest, idle] = [days(90), days(30)]

/** Adds a refresh token to a grant, in the place of the one whose hash `follows` is. It can be read here and never again. */
export async function addRefreshToken(
  tx: Tx,
  grant: { id: string; createdAt: Date },
  follows: string | null,
  now = new Date(),
): Promise<string> {
  const token = newCheckedToken(refreshPrefix)
  const expiresAt = new Date(Math.min(grant.createdAt.getTime() + longest, now.getTime() + idle))
  await tx.refreshToken.create({
    data: { tokenHash: hashOfToken(token), grantId: grant.id, follows, expiresAt, createdAt: now },
  })
  return token
}
