import { queueMail } from '#app/features/mail/queue-mail.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { mailOfRecoveryCode } from '../account-mails.ts'
import { recoveryCodesLeft, takeRecoveryCode } from './recovery-codes.ts'
import { takeAppCode } from './seed.ts'

/**
 * Takes a code of somebody's app, or a recovery code, of which they are told by mail. How often it may be tried is the
 * caller's to count. Throws `code-wrong` at `code`.
 */
export async function takeSecondFactor(
  tx: Tx,
  { sealer, appUrl }: { sealer: Sealer; appUrl: string },
  { userId, code }: { userId: string; code: string },
): Promise<void> {
  if (await takeAppCode(tx, sealer, { userId, code })) return
  if (!(await takeRecoveryCode(tx, sealer, { userId, code })))
    throw new AppError(
      'code-wrong',
      'This code is wrong or was used before. Wait for the next one and give that.',
      { status: 422, field: 'code' },
    )
  const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } })
  if (email === null) return
  const left = await recoveryCodesLeft(tx, userId)
  await queueMail(tx, sealer, { to: email, ...mailOfRecoveryCode(appUrl, left) })
}
