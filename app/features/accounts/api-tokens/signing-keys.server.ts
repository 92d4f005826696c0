import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose'
import { z } from 'zod'
import { recordEvent } from '#app/features/audit/record-event.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { days, hours } from '#app/platform/durations.ts'
import { reasonOf } from '#app/platform/error-reason.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'

/** The one algorithm that is signed and taken (RFC 8037). */
export const algorithm = 'EdDSA'
/** A key signs for so long, and its tokens are taken for an hour more, in which the last of them is over. */
const signsFor = days(30)
const verifiesFor = signsFor + hours(1)
const purpose = 'signing key'
/** Any number that no other lock of ours has. */
const lockKey = 7_203_441

const publicKeySchema = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() })
const privateKeySchema = publicKeySchema.extend({ d: z.string() })

type Dependencies = { prisma: Db; sealer: Sealer; logger: Logger }
export type SigningKey = { kid: string; key: CryptoKey }

/** The key that signs at the moment: a new one where there is none of the last 30 days that can be opened. */
export async function signingKey(dependencies: Dependencies, now = new Date()): Promise<SigningKey> {
  return (await newestKey(dependencies, dependencies.prisma, now)) ?? makeKey(dependencies, now)
}

async function newestKey(
  { sealer, logger }: Dependencies,
  db: Db | Tx,
  now: Date,
): Promise<SigningKey | null> {
  const row = await db.signingKey.findFirst({
    where: { createdAt: { gt: new Date(now.getTime() - signsFor) } },
    orderBy: { createdAt: 'desc' },
  })
  if (!row) return null
  try {
    const jwk = privateKeySchema.parse(JSON.parse(sealer.open(purpose, row.privateKey)))
    return { kid: row.id, key: await imported(jwk) }
  } catch (error) {
    logger.warn(
      { kid: row.id, error: reasonOf(error) },
      'a signing key can’t be opened: another takes its place',
    )
    return null
  }
}

/** One of several processes makes it, and the others find it made. */
function makeKey(dependencies: Dependencies, now: Date): Promise<SigningKey> {
  return dependencies.prisma.$transaction(async (tx) => {
    await lockKeys(tx)
    return (await newestKey(dependencies, tx, now)) ?? addKey(tx, dependencies.sealer, now)
  })
}

/**
 * Makes a new key at once, which every process signs with from its next token on. Those there were go on verifying until
 * their time is over, so that no program notices; unless they may have come into others' hands: `endOthers` deletes them,
 * and programs get a new access token with their refresh token. Returns how many others there are, or were.
 */
export async function rotateSigningKey(
  { prisma, sealer }: Pick<Dependencies, 'prisma' | 'sealer'>,
  { endOthers }: { endOthers: boolean },
  now = new Date(),
): Promise<{ kid: string; others: number }> {
  return prisma.$transaction(async (tx) => {
    await lockKeys(tx)
    const others = endOthers
      ? (await tx.signingKey.deleteMany()).count
      : await tx.signingKey.count({ where: { createdAt: { gt: new Date(now.getTime() - verifiesFor) } } })
    const { kid } = await addKey(tx, sealer, now)
    await recordEvent(tx, {
      actor: { kind: 'system' },
      action: 'signing-key.rotated',
      subject: { kind: 'signing-key', id: kid },
      reasonCode: 'command',
      data: { others, ended: endOthers },
    })
    return { kid, others }
  })
}

const lockKeys = (tx: Tx) => tx.$executeRaw`select pg_advisory_xact_lock(${lockKey})`

async function addKey(tx: Tx, sealer: Sealer, now: Date): Promise<SigningKey> {
  const pair = await generateKeyPair(algorithm, { extractable: true })
  const jwk = privateKeySchema.parse(await exportJWK(pair.privateKey))
  const publicKey = publicKeySchema.parse(jwk)
  const id = await calculateJwkThumbprint(publicKey)
  const privateKey = sealer.seal(purpose, JSON.stringify(jwk))
  await tx.signingKey.create({ data: { id, publicKey, privateKey, createdAt: now } })
  return { kid: id, key: pair.privateKey }
}

/** The public half that tokens of a key are verified with; null for one that is over or none of ours. */
export async function verifyingKey(db: Db, kid: string, now = new Date()): Promise<CryptoKey | null> {
  const row = await db.signingKey.findFirst({
    where: { id: kid, createdAt: { gt: new Date(now.getTime() - verifiesFor) } },
    select: { publicKey: true },
  })
  return row && imported(publicKeySchema.parse(row.publicKey))
}

/** All public halves that tokens may be verified with, as a JWK set (RFC 7517). */
export async function readKeySet(db: Db, now = new Date()) {
  const rows = await db.signingKey.findMany({
    where: { createdAt: { gt: new Date(now.getTime() - verifiesFor) } },
    select: { id: true, publicKey: true },
    orderBy: { createdAt: 'desc' },
  })
  const keys = rows.map(({ id, publicKey }) => ({
    ...publicKeySchema.parse(publicKey),
    kid: id,
    use: 'sig' as const,
    alg: algorithm,
  }))
  return { keys }
}

/** Deletes keys that nothing is verified with any more. Returns how many. */
export async function sweepSigningKeys(db: Db, now = new Date()): Promise<number> {
  const { count } = await db.signingKey.deleteMany({
    where: { createdAt: { lte: new Date(now.getTime() - verifiesFor) } },
  })
  return count
}

async function imported(jwk: z.infer<typeof publicKeySchema>): Promise<CryptoKey> {
  const key = await importJWK(jwk, algorithm)
  if (key instanceof Uint8Array) throw new Error('not a key pair')
  return key
}
