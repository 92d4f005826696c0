import type { Origin } from '#app/features/audit/event-origin.ts'
import type { Db } from '#app/platform/db.server.ts'
import { Prisma } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { currentMetrics } from '#app/platform/work.server.ts'
import { requestMail } from './account-request.ts'
import { makeAccount } from './make-account.ts'
import { hashNewPassword, isPassword } from './password.ts'
import { linkIsOver, peek, redeemToken, takeTry } from './redeem.ts'

/**
 * Asks for an account. It comes to be when the link in the mail is confirmed; until then nothing of it exists, so that
 * nobody can take an address that isn't theirs. Answers the same for an address that has an account. Throws an AppError
 * at the password.
 */
export async function requestSignUp(
  db: Db,
  { email, password, visitorId }: { email: string; password: string; visitorId: string },
): Promise<void> {
  const passwordHash = await hashNewPassword(password, { email })
  await requestMail(db, { purpose: 'sign-up', email, passwordHash, visitorId })
}

/** Whether the account of a link was asked for in this browser; null where the link is over. */
export async function peekSignUp(
  db: Db,
  { token, visitorId }: { token: string; visitorId: string },
): Promise<{ email: string; isSameBrowser: boolean } | null> {
  const request = await peek(db, token, ['sign-up'])
  if (!request?.email) return null
  return { email: request.email, isSameBrowser: request.visitorId === visitorId }
}

/**
 * Makes the account of a link. In another browser than the one that asked, the password has to be given too: else an
 * owner who confirms what they never asked for would open an account whose password somebody else chose. Throws
 * `link-is-over`, `password-wrong` or `address-taken`.
 */
export async function completeSignUp(
  { prisma, sealer, appUrl }: { prisma: Db; sealer: Sealer; appUrl: string },
  {
    token,
    password,
    visitorId,
    origin,
  }: { token: string; password: string; visitorId: string; origin: Origin },
): Promise<{ userId: string }> {
  const request = await peek(prisma, token, ['sign-up'])
  if (!request) throw linkIsOver()
  if (request.visitorId !== visitorId) {
    const tried = await takeTry(prisma, 'sign-up', { id: request.id, visitorId: request.visitorId })
    if (!tried) throw linkIsOver()
    if (!(await isPassword(tried.passwordHash, password)))
      throw new AppError('password-wrong', 'This is not the password that was chosen at sign-up.', {
        status: 422,
        field: 'password',
      })
  }
  try {
    const person = await prisma.$transaction(async (tx) => {
      const { id, email, passwordHash } = await redeemToken(tx, token, 'sign-up')
      if (email === null) throw linkIsOver()
      const made = await makeAccount(tx, { sealer, appUrl }, { email, passwordHash, visitorId, origin })
      await tx.accountRequest.update({ where: { id }, data: { passwordHash: null, ...made } })
      return made
    })
    currentMetrics()?.signUp()
    return person
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') throw error
    throw new AppError('address-taken', 'This address has an account by now. Sign in with it.', {
      status: 409,
    })
  }
}
