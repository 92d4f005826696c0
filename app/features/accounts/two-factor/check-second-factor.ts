import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { takeTry } from '../redeem.ts'
import { takeSecondFactor } from './take-code.ts'

/**
 * Who has given their password in this browser and now gives a code of their app, or a recovery code; for ten minutes and
 * five tries. Throws `code-wrong` at `code`.
 */
export async function checkSecondFactor(
  { prisma, sealer, appUrl }: { prisma: Db; sealer: Sealer; appUrl: string },
  { id, visitorId, code }: { id: string; visitorId: string; code: string },
): Promise<{ userId: string }> {
  const tried = await takeTry(prisma, 'second-factor', { id, visitorId })
  const userId = tried?.userId
  if (!userId)
    throw new AppError(
      'sign-in-is-over',
      'That took too long, or too many codes were wrong. Sign in again.',
      {
        status: 422,
        field: 'code',
      },
    )
  return prisma.$transaction(async (tx) => {
    await takeSecondFactor(tx, { sealer, appUrl }, { userId, code })
    const { count } = await tx.accountRequest.updateMany({
      where: { id, usedAt: null },
      data: { usedAt: new Date() },
    })
    if (count === 0) throw new AppError('sign-in-is-over', 'Sign in again.', { status: 422, field: 'code' })
    return { userId }
  })
}
