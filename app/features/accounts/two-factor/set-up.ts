import type { Origin } from '#app/features/audit/event-origin.ts'
import { queueMail } from '#app/features/mail/queue-mail.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { mailOfTwoFactor } from '../account-mails.ts'
import { confirmPassword } from '../check-password.ts'
import { recordAccountEvent } from '../record-account-event.ts'
import { replaceRecoveryCodes } from './recovery-codes.ts'
import { addressOfSeed, newSeed, openSeed, sealSeed, takeAppCode } from './seed.ts'

type Dependencies = { prisma: Db; sealer: Sealer; appUrl: string }
type Asked = { userId: string; password: string; origin: Origin }

export type TwoFactor =
  | { state: 'off' }
  /** The app has to be told the seed, and to prove that it has it. */
  | { state: 'setting-up'; seed: string; address: string }
  | { state: 'on'; codesLeft: number }

/** How a person's two-factor sign-in stands. */
export async function readTwoFactor(db: Db, sealer: Sealer, userId: string): Promise<TwoFactor> {
  const person = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      email: true,
      totpSeed: true,
      totpSince: true,
      _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
    },
  })
  if (person.totpSeed === null) return { state: 'off' }
  if (person.totpSince !== null) return { state: 'on', codesLeft: person._count.recoveryCodes }
  const seed = openSeed(sealer, person.totpSeed)
  return { state: 'setting-up', seed, address: addressOfSeed(seed, person.email ?? 'Threadr') }
}

/** Makes a seed for an app to be told. Nothing is asked of anybody until the app has given a code. Throws `password-wrong`. */
export async function beginTwoFactor(
  { prisma, sealer }: Dependencies,
  asked: Omit<Asked, 'origin'>,
): Promise<void> {
  await confirmPassword(prisma, { ...asked, field: 'password' })
  const totpSeed = sealSeed(sealer, await newSeed())
  await prisma.user.updateMany({
    where: { id: asked.userId, totpSince: null },
    data: { totpSeed, totpStep: null },
  })
}

/** Turns it on with the app's first code, and gives the recovery codes, this once. Throws `code-wrong`. */
export async function confirmTwoFactor(
  { prisma, sealer, appUrl }: Dependencies,
  { userId, code, origin }: { userId: string; code: string; origin: Origin },
): Promise<string[]> {
  return prisma.$transaction(async (tx) => {
    const isRight = await takeAppCode(tx, sealer, { userId, code })
    if (!isRight)
      throw new AppError(
        'code-wrong',
        'The app shows another code by now, or its clock is wrong. Try the next one.',
        {
          status: 422,
          field: 'code',
        },
      )
    const { count } = await tx.user.updateMany({
      where: { id: userId, totpSince: null },
      data: { totpSince: new Date() },
    })
    if (count === 0)
      throw new AppError('two-factor-is-on', 'Two-factor sign-in is on already.', { status: 409 })
    await tellOwner(tx, { sealer, appUrl }, userId, true)
    await recordAccountEvent(tx, 'account.two-factor-on', { userId, origin })
    return replaceRecoveryCodes(tx, sealer, userId)
  })
}

/** Gives ten new recovery codes; the old ones are worth nothing then. Throws `password-wrong`. */
export async function renewRecoveryCodes({ prisma, sealer }: Dependencies, asked: Asked): Promise<string[]> {
  await confirmPassword(prisma, { ...asked, field: 'password' })
  return prisma.$transaction(async (tx) => {
    await recordAccountEvent(tx, 'account.recovery-codes-renewed', asked)
    return replaceRecoveryCodes(tx, sealer, asked.userId)
  })
}

/** Turns it off and forgets the seed and the codes. Throws `password-wrong`. */
export async function endTwoFactor({ prisma, sealer, appUrl }: Dependencies, asked: Asked): Promise<void> {
  const { userId } = asked
  await confirmPassword(prisma, { ...asked, field: 'password' })
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, totpSince: { not: null } },
      data: { totpSeed: null, totpSince: null, totpStep: null },
    })
    await tx.recoveryCode.deleteMany({ where: { userId } })
    if (count === 0) return
    await tellOwner(tx, { sealer, appUrl }, userId, false)
    await recordAccountEvent(tx, 'account.two-factor-off', asked)
  })
}

async function tellOwner(
  tx: Tx,
  { sealer, appUrl }: { sealer: Sealer; appUrl: string },
  userId: string,
  isOn: boolean,
): Promise<void> {
  const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } })
  if (email !== null) await queueMail(tx, sealer, { to: email, ...mailOfTwoFactor(appUrl, isOn) })
}
