import type { Origin } from '#app/features/audit/event-origin.ts'
import { recordEvent } from '#app/features/audit/record-event.ts'
import { queueMail } from '#app/features/mail/queue-mail.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Limits } from '#app/platform/limits.server.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { mailOfNewProgram } from '../account-mails.ts'
import { apiScopes } from '../api-keys/scopes.ts'
import { checkPassword } from '../check-password.ts'
import { deviceOf } from '../device.ts'
import { takeSecondFactor } from '../two-factor/take-code.ts'
import type { Grant } from './refresh.server.ts'
import { addRefreshToken } from './refresh-token.ts'

type Dependencies = {
  prisma: Db
  sealer: Sealer
  limits: Limits
  appUrl: string
  /** Throws where somebody who has proven who they are has no use of the API. */
  requireApi(userId: string): Promise<void>
}
type Credentials = { email: string; password: string; code: string | undefined }

const wrong = (code: string, message: string, cause?: unknown) =>
  new AppError(code, message, { status: 400, cause })

/**
 * Signs a program in by its person's password, and their second factor where they have one. Counted like signing in on a
 * page. Throws `credentials-wrong`, the same and as late where there is no such account, `code-needed`, `code-wrong` (400),
 * the limit's error, or what `requireApi` throws, which a wrong password never meets.
 */
export async function grantByPassword(
  { prisma, sealer, limits, appUrl, requireApi }: Dependencies,
  { email, password, code }: Credentials,
  origin: Origin,
): Promise<Grant> {
  const counted = { ip: origin.ip, identifier: email }
  await limits.take('sign-in', counted)
  const before = await prisma.user.findUnique({ where: { email }, select: { passwordHash: true } })
  const { userId } = await checkPassword(prisma, { email, password }).catch((error: unknown) => {
    throw error instanceof AppError ? wrong(error.code, error.message, error) : error
  })
  await requireApi(userId)
  if (code !== undefined) await limits.take('enter-code', counted)
  const grant = await prisma
    .$transaction(async (tx) => {
      const person = await lockedPerson(tx, userId)
      // Who sets a new password at this very moment means to end what was begun with the old one.
      if (person.disabledAt || person.passwordHash !== before?.passwordHash)
        throw wrong('credentials-wrong', 'The account has changed meanwhile: sign in again.')
      if (person.totpSince && code === undefined)
        throw wrong('code-needed', 'This account has two-factor sign-in: give the code of the app as `code`.')
      if (person.totpSince) await takeSecondFactor(tx, { sealer, appUrl }, { userId, code: code ?? '' })
      return addGrant(tx, { sealer, appUrl }, { userId, email, origin })
    })
    .catch((error: unknown) => {
      throw error instanceof AppError && error.code === 'code-wrong'
        ? wrong(error.code, error.message, error)
        : error
    })
  await limits.forgive('sign-in', counted)
  return grant
}

async function lockedPerson(tx: Tx, userId: string) {
  await tx.$queryRaw`select id from users where id = ${userId}::uuid for no key update`
  return tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { disabledAt: true, passwordHash: true, totpSince: true },
  })
}

/** Begins a family of tokens. A program that never signed in from there before is told of by mail. */
async function addGrant(
  tx: Tx,
  { sealer, appUrl }: { sealer: Sealer; appUrl: string },
  { userId, email, origin }: { userId: string; email: string; origin: Origin },
): Promise<Grant> {
  const device = deviceOf(origin.userAgent, origin.ip)
  const isKnown = (await tx.apiGrant.count({ where: { userId, ...device } })) > 0
  const scopes = [...apiScopes]
  const grant = await tx.apiGrant.create({ data: { userId, scopes, ...device } })
  await recordEvent(tx, {
    actor: { kind: 'user', id: userId },
    action: 'api-grant.made',
    subject: { kind: 'api-grant', id: grant.id },
    reasonCode: 'password',
    origin,
  })
  if (!isKnown) {
    const { network } = device
    await queueMail(tx, sealer, { to: email, ...mailOfNewProgram(appUrl, { network, at: new Date() }) })
  }
  const refreshToken = await addRefreshToken(tx, grant, null)
  return { userId, grantId: grant.id, scopes, refreshToken }
}
