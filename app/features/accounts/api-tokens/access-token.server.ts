import { errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Db } from '#app/platform/db.server.ts'
import { minutes } from '#app/platform/durations.ts'
import { type ApiScope, keptScopes } from '../api-keys/scopes.ts'
import { algorithm, type SigningKey, verifyingKey } from './signing-keys.server.ts'

/** In seconds. */
export const accessTokenLife = minutes(15) / 1000
/** What kind of token it is (RFC 9068), so that no other of ours is taken for one. */
const type = 'at+jwt'

const claimsSchema = z.object({
  sub: z.uuid(),
  /** The grant that it belongs to. */
  sid: z.uuid(),
  scope: z.string().transform((scope) => keptScopes.parse(scope.split(' '))),
})

const audienceOf = (appUrl: string) => `${appUrl}/api/v1`

/** A token that lets a program in for 15 minutes, as long as its grant lives. */
export function signAccessToken(
  { kid, key }: SigningKey,
  {
    appUrl,
    userId,
    grantId,
    scopes,
  }: { appUrl: string; userId: string; grantId: string; scopes: ApiScope[] },
  now = new Date(),
): Promise<string> {
  const seconds = Math.floor(now.getTime() / 1000)
  return new SignJWT({ sid: grantId, scope: scopes.join(' ') })
    .setProtectedHeader({ alg: algorithm, kid, typ: type })
    .setIssuer(appUrl)
    .setAudience(audienceOf(appUrl))
    .setSubject(userId)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + accessTokenLife)
    .setJti(crypto.randomUUID())
    .sign(key)
}

/**
 * Who an access token acts for; null for one that is over, altered, signed by another key or algorithm, meant for
 * somebody else, or whose grant has ended.
 */
export async function findAccess(
  db: Db,
  { token, appUrl }: { token: string; appUrl: string },
  now = new Date(),
): Promise<{ userId: string; scopes: ApiScope[] } | null> {
  const claims = await verified(db, token, appUrl, now)
  if (!claims) return null
  const grant = await db.apiGrant.findFirst({
    where: { id: claims.sid, userId: claims.sub, endedAt: null, user: { disabledAt: null } },
    select: { scopes: true },
  })
  return grant && { userId: claims.sub, scopes: claims.scope.filter((scope) => grant.scopes.includes(scope)) }
}

async function verified(db: Db, token: string, appUrl: string, now: Date) {
  const keyOf = async ({ kid }: { kid?: string }) => {
    const key = kid === undefined ? null : await verifyingKey(db, kid, now)
    if (!key) throw new errors.JWKSNoMatchingKey()
    return key
  }
  try {
    const { payload } = await jwtVerify(token, keyOf, {
      algorithms: [algorithm],
      issuer: appUrl,
      audience: audienceOf(appUrl),
      typ: type,
      requiredClaims: ['sub', 'sid', 'scope', 'iat', 'exp'],
      currentDate: now,
    })
    return claimsSchema.safeParse(payload).data ?? null
  } catch (error) {
    if (error instanceof errors.JOSEError) return null
    throw error
  }
}
