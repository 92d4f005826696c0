import { generateTOTP, getTOTPAuthUri, verifyTOTP } from '@epic-web/totp'
import type { Tx } from '#app/platform/db.server.ts'
import { seconds } from '#app/platform/durations.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'

const purpose = 'authenticator seed'
/** What every authenticator app can do (RFC 6238). */
const kind = { period: 30, digits: 6, algorithm: 'SHA-1' }

/** A new seed of 160 bits in base32, as RFC 4226 recommends; the library makes them of 80. */
export async function newSeed(): Promise<string> {
  const [one, other] = await Promise.all([generateTOTP(kind), generateTOTP(kind)])
  return one.secret + other.secret
}

export const sealSeed = (sealer: Sealer, seed: string) => sealer.seal(purpose, seed)
export const openSeed = (sealer: Sealer, sealed: string) => sealer.open(purpose, sealed)

/** What an app reads from the picture: the seed and whose account it is. */
export const addressOfSeed = (seed: string, accountName: string) =>
  getTOTPAuthUri({ ...kind, secret: seed, accountName, issuer: 'Threadr' })

/**
 * Whether a code is the app's for now, or for the 30 seconds before or after, since clocks differ. Each is taken once, and
 * none that is older than one taken before.
 */
export async function takeAppCode(
  tx: Tx,
  sealer: Sealer,
  { userId, code }: { userId: string; code: string },
): Promise<boolean> {
  // Held, so that whoever seals it anew at this moment waits, and the right code isn't taken for one of another seed.
  await tx.$queryRaw`select id from users where id = ${userId}::uuid for no key update`
  const { totpSeed } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { totpSeed: true } })
  const otp = code.replaceAll(/\s/g, '')
  if (totpSeed === null || !/^\d{6}$/.test(otp)) return false
  const found = await verifyTOTP({ ...kind, otp, secret: openSeed(sealer, totpSeed), window: 1 })
  if (!found) return false
  // After the library has looked at the clock: a step that ends in between is counted on, which takes less, not more.
  const step = Math.floor(Date.now() / seconds(kind.period)) + found.delta
  const { count } = await tx.user.updateMany({
    where: { id: userId, totpSeed, OR: [{ totpStep: null }, { totpStep: { lt: step } }] },
    data: { totpStep: step },
  })
  return count === 1
}
