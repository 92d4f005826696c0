import { requestMailIn } from '#app/features/accounts/account-request.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { type Doing, doTo } from './deed.ts'
import { recordDeed } from './record-deed.ts'

/**
 * Mails somebody a link to choose a new password, as if they had asked for it: nobody but the owner of the address sees
 * the link. It is recorded and on its way, or neither. Throws `no-address` (409) where there is nobody to write to,
 * `account-disabled` (409), and what `doTo` throws.
 */
export async function sendReset(prisma: Db, doing: Doing, visitorId: string): Promise<void> {
  await doTo(prisma, doing, 'users.reset', async ({ tx, subject }) => {
    if (subject.email === null)
      throw new AppError('no-address', 'This account has no address to write to.', { status: 409 })
    if (subject.isDisabled)
      throw new AppError('account-disabled', 'This account is suspended. Lift that first.', { status: 409 })
    await recordDeed(tx, doing, 'user.reset-sent')
    await requestMailIn(tx, { purpose: 'reset', email: subject.email, visitorId })
  })
}
