import { exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { days, hours, minutes } from '#app/platform/durations.ts'
import { createSealer } from '#app/platform/sealer.server.ts'
import { accountWorld } from '#tests/setup/account-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { findAccess, signAccessToken } from './access-token.server.ts'
import {
  readKeySet,
  rotateSigningKey,
  type SigningKey,
  signingKey,
  sweepSigningKeys,
} from './signing-keys.server.ts'

const database = cloneTestDatabase()
const world = accountWorld(database)
const appUrl = 'https://threadr.example'
const from = (time: Date, ms: number) => new Date(time.getTime() + ms)
const keys = (sealer = world.sealer) => ({ prisma: database.app.prisma, sealer, logger: database.logger })
const find = (token: string, now?: Date) => findAccess(database.app.prisma, { token, appUrl }, now)

async function signedIn() {
  const { id: userId } = await world.person()
  const { id: grantId } = await database.owner.prisma.apiGrant.create({
    data: { userId, scopes: ['threads:read'], userAgent: '', network: '' },
  })
  return { appUrl, userId, grantId, scopes: ['threads:read' as const] }
}

/** A token as ours are, but for what is said. */
async function forged(
  grant: Awaited<ReturnType<typeof signedIn>>,
  { kid, key }: SigningKey,
  { header = {}, claims = {} }: { header?: Record<string, string>; claims?: Record<string, unknown> } = {},
) {
  const seconds = Math.floor(Date.now() / 1000)
  const usual = {
    iss: appUrl,
    aud: `${appUrl}/api/v1`,
    sub: grant.userId,
    sid: grant.grantId,
    scope: 'threads:read',
    iat: seconds,
    exp: seconds + 900,
  }
  return new SignJWT({ ...usual, ...claims })
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'at+jwt', ...header })
    .sign(key)
}

describe('an access token', () => {
  test('lets in whom it names for 15 minutes, within its scopes', async () => {
    const grant = await signedIn()
    const now = new Date()
    const token = await signAccessToken(await signingKey(keys()), grant, now)
    expect(await find(token)).toEqual({ userId: grant.userId, scopes: ['threads:read'] })
    expect(await find(token, from(now, minutes(14)))).not.toBeNull()
    expect(await find(token, from(now, minutes(15)))).toBeNull()
    const more = await signAccessToken(await signingKey(keys()), {
      ...grant,
      scopes: ['threads:read', 'threads:write'],
    })
    expect(await find(more)).toEqual({ userId: grant.userId, scopes: ['threads:read'] })
  })

  test('is verified by anybody with the published keys, which hold nothing secret', async () => {
    const grant = await signedIn()
    const token = await signAccessToken(await signingKey(keys()), grant)
    const { keys: published } = await readKeySet(database.app.prisma)
    const { payload } = await jwtVerify(token, ({ kid }) => {
      const jwk = published.find((each) => each.kid === kid)
      if (!jwk) throw new Error('not published')
      return importJWK(jwk, 'EdDSA')
    })
    expect(payload).toMatchObject({
      iss: appUrl,
      aud: `${appUrl}/api/v1`,
      sub: grant.userId,
      sid: grant.grantId,
    })
    for (const jwk of published)
      expect(Object.keys(jwk).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x'])
    const kept = JSON.stringify(await database.owner.prisma.signingKey.findMany())
    expect(kept).not.toContain('"d"')
  })

  test('that is not ours lets nobody in', async () => {
    const grant = await signedIn()
    const signing = await signingKey(keys())
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true })
    const known = await database.owner.prisma.signingKey.findUniqueOrThrow({ where: { id: signing.kid } })
    const secret = new TextEncoder().encode(JSON.stringify(known.publicKey))
    const good = await forged(grant, signing)
    expect(await find(good)).not.toBeNull()
    const [header = '', claims = '', signature = ''] = good.split('.')
    const other = await signedIn()
    const otherClaims = Buffer.from(
      Buffer.from(claims, 'base64url').toString().replace(grant.userId, other.userId),
    ).toString('base64url')
    const payload = JSON.parse(Buffer.from(claims, 'base64url').toString())
    const bad: Record<string, string> = {
      'another’s key under our name': await forged(grant, { kid: signing.kid, key: privateKey }),
      'a key that it brings along': await new SignJWT(payload)
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', jwk: await exportJWK(publicKey) })
        .sign(privateKey),
      'an unknown key': await forged(grant, { kid: 'unknown', key: privateKey }),
      'no algorithm': new UnsecuredJWT(payload).encode(),
      'no algorithm, with our header': `${Buffer.from(JSON.stringify({ alg: 'none', kid: signing.kid, typ: 'at+jwt' })).toString('base64url')}.${claims}.`,
      'the public key as a shared secret': await new SignJWT(payload)
        .setProtectedHeader({ alg: 'HS256', kid: signing.kid, typ: 'at+jwt' })
        .sign(secret),
      'no signature': `${header}.${claims}.`,
      'other claims': `${header}.${otherClaims}.${signature}`,
      'another audience': await forged(grant, signing, { claims: { aud: appUrl } }),
      'another issuer': await forged(grant, signing, { claims: { iss: 'https://evil.example' } }),
      'another type': await forged(grant, signing, { header: { typ: 'JWT' } }),
      'no end': await forged(grant, signing, { claims: { exp: undefined } }),
      'an end that is over': await forged(grant, signing, {
        claims: { exp: Math.floor(Date.now() / 1000) - 1 },
      }),
      'another’s grant': await forged(grant, signing, { claims: { sid: other.grantId } }),
      'another person': await forged(grant, signing, { claims: { sub: other.userId } }),
      nonsense: 'a.b.c',
    }
    for (const [what, token] of Object.entries(bad)) expect(await find(token), what).toBeNull()
  })
})

describe('a signing key', () => {
  test('is one, however many ask first, and is followed by another after 30 days', async () => {
    await database.owner.prisma.signingKey.deleteMany()
    const now = new Date()
    const first = await Promise.all(Array.from({ length: 8 }, () => signingKey(keys(), now)))
    expect(new Set(first.map(({ kid }) => kid)).size).toBe(1)
    const late = from(now, days(30) - 1000)
    const grant = await signedIn()
    const lastOfIt = await signAccessToken(await signingKey(keys(), late), grant, late)
    const later = from(now, days(30) + 1000)
    const next = await signingKey(keys(), later)
    expect(next.kid).not.toBe(first[0]?.kid)
    expect(await find(lastOfIt, from(late, minutes(14)))).not.toBeNull()
    const kidsAt = async (time: Date) =>
      (await readKeySet(database.app.prisma, time)).keys.map(({ kid }) => kid)
    expect(await kidsAt(later)).toEqual([next.kid, first[0]?.kid])
    const gone = from(now, days(30) + hours(1))
    expect(await kidsAt(gone)).toEqual([next.kid])
    expect(await sweepSigningKeys(database.owner.prisma, later)).toBe(0)
    expect(await sweepSigningKeys(database.owner.prisma, gone)).toBe(1)
  })

  test('whose sealing key is gone is followed by another, and goes on verifying', async () => {
    const grant = await signedIn()
    const token = await signAccessToken(await signingKey(keys()), grant)
    const before = await signingKey(keys())
    const after = await signingKey(keys(createSealer(['another-sealing-key-of-the-tests-001'])))
    expect(after.kid).not.toBe(before.kid)
    expect(await find(token)).not.toBeNull()
  })

  test('is replaced at once when told to; tokens of the earlier hold on, and the key set has both', async () => {
    await database.owner.prisma.signingKey.deleteMany()
    const grant = await signedIn()
    const before = await signingKey(keys())
    const token = await signAccessToken(before, grant)
    const { kid, others } = await rotateSigningKey(keys(), { endOthers: false })
    expect((await signingKey(keys())).kid).toBe(kid)
    expect(kid).not.toBe(before.kid)
    const kids = (await readKeySet(database.app.prisma)).keys.map((key) => key.kid)
    expect(kids[0]).toBe(kid)
    expect(kids).toContain(before.kid)
    expect(others).toBe(kids.length - 1)
    expect(await find(token)).not.toBeNull()
    expect(await find(await signAccessToken(await signingKey(keys()), grant))).not.toBeNull()
  })

  test('that may be in others’ hands is ended with its tokens, and the audit trail says so', async () => {
    const grant = await signedIn()
    const token = await signAccessToken(await signingKey(keys()), grant)
    const { kid } = await rotateSigningKey({ ...keys(), prisma: database.owner.prisma }, { endOthers: true })
    expect(await find(token)).toBeNull()
    expect((await readKeySet(database.app.prisma)).keys.map((key) => key.kid)).toEqual([kid])
    const event = await database.owner.prisma.auditEvent.findFirstOrThrow({ where: { subjectId: kid } })
    expect(event).toMatchObject({ action: 'signing-key.rotated', data: { ended: true } })
  })
})
