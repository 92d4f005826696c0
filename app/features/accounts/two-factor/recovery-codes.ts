import { randomInt } from 'node:crypto'
import type { Db, Tx } from '#app/platform/db.server.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'

const howMany = 10
/** Without letters and digits that are taken for one another. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const halfLength = 5

const half = () => Array.from({ length: halfLength }, () => alphabet[randomInt(alphabet.length)]).join('')
const purpose = 'recovery code'
const digested = (userId: string, code: string) =>
  `${userId} ${code.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`

/** Ten new codes in the place of those there were. They can be read here and never again. */
export async function replaceRecoveryCodes(tx: Tx, sealer: Sealer, userId: string): Promise<string[]> {
  const codes = Array.from({ length: howMany }, () => `${half()}-${half()}`)
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, codeHash: sealer.digest(purpose, digested(userId, code)) })),
  })
  return codes
}

/** Uses a recovery code up: of several at once, one. */
export async function takeRecoveryCode(
  db: Db | Tx,
  sealer: Sealer,
  { userId, code }: { userId: string; code: string },
): Promise<boolean> {
  const { count } = await db.recoveryCode.updateMany({
    where: { userId, codeHash: { in: sealer.digests(purpose, digested(userId, code)) }, usedAt: null },
    data: { usedAt: new Date() },
  })
  return count === 1
}

export const recoveryCodesLeft = (db: Db | Tx, userId: string) =>
  db.recoveryCode.count({ where: { userId, usedAt: null } })

/**
 * Whose unused codes are digested under another key than the present one, or under one that they don't name. A digest can't
 * be made anew without its code: without that key these people need new codes.
 */
export async function whoseCodesAreOld(db: Db, sealer: Sealer): Promise<string[]> {
  const rows = await db.recoveryCode.findMany({
    where: { usedAt: null, NOT: { codeHash: { startsWith: `${sealer.keyId}.` } } },
    distinct: ['userId'],
    select: { userId: true },
    orderBy: { userId: 'asc' },
  })
  return rows.map(({ userId }) => userId)
}
