import { createHash } from 'node:crypto'
import { generateTOTP } from '@epic-web/totp'
import { describe, expect, test } from 'vitest'
import { endSessions } from '#app/features/accounts/end-sessions.ts'
import { hashOfToken } from '#app/features/accounts/secret-token.ts'
import { newSeed, openSeed, sealSeed } from '#app/features/accounts/two-factor/seed.ts'
import { createInProcessRedis } from '#app/platform/redis/in-process.ts'
import { goodPassword } from '#tests/setup/account-world.ts'
import { apiWorld } from '#tests/setup/api-world.ts'
import { disableUser } from '#tests/setup/disable-user.ts'
import { browserOf } from '#tests/setup/route-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action } from './api.v1.token.ts'

const database = cloneTestDatabase()
const world = apiWorld(database)
const post = (json: unknown) => world.ask('/api/v1/token', { method: 'POST', json })
const byPassword = (email: string, more: Record<string, string> = {}) =>
  post({ grant_type: 'password', email, password: goodPassword, ...more })
const byRefresh = (token: unknown) => post({ grant_type: 'refresh_token', refresh_token: token })
const opens = async (token: unknown) =>
  (await world.ask('/api/v1/threads', { token: String(token) })).status === 200

async function program() {
  const who = await world.person()
  const { body } = await byPassword(who.email)
  return { ...who, access: body.access_token, refresh: body.refresh_token }
}
/** As if so long had passed since a token was used. */
const longAgo = (token: unknown) =>
  database.owner.pool.query(
    `update refresh_tokens set used_at = used_at - interval '11 seconds' where token_hash = $1`,
    [hashOfToken(String(token))],
  )

describe('a password', () => {
  test('gets a token that opens one’s own threads for 15 minutes, and one that gets the next', async () => {
    const { email, id } = await world.person()
    const { status, headers, body } = await byPassword(` ${email.toUpperCase()} `)
    expect([status, headers.get('Cache-Control')]).toEqual([200, 'private, no-store'])
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 900, scope: 'threads:read threads:write' })
    expect(await opens(body.access_token)).toBe(true)
    const refreshToken = String(body.refresh_token)
    expect(refreshToken).toMatch(/^thrr_[0-9A-Za-z]{49}$/)
    const kept = await database.owner.prisma.refreshToken.findMany({ where: { grant: { userId: id } } })
    expect(kept.map(({ tokenHash }) => tokenHash)).toEqual([
      createHash('sha256').update(refreshToken).digest('hex'),
    ])
    expect((await world.mailsTo(email)).map(({ subject }) => subject)).toEqual([
      'A program signed in to your Threadr account',
    ])
    await byPassword(email)
    expect(await world.mailsTo(email)).toHaveLength(1)
  })

  test('that is wrong is answered like an account that isn’t there, and one that is disabled', async () => {
    const [known, disabled] = [await world.person(), await world.person()]
    await disableUser({ prisma: database.owner.prisma, redis: createInProcessRedis() }, disabled.id)
    const answers = [
      await byPassword(known.email, { password: 'not this one at all' }),
      await byPassword('nobody@example.com'),
      await byPassword(disabled.email),
    ]
    for (const { status, body } of answers) {
      expect([status, body.code]).toEqual([400, 'credentials-wrong'])
      expect(body).toEqual(answers[0]?.body)
    }
  })

  test('is not enough with two-factor sign-in; each code is taken once', async () => {
    const { email, id } = await world.person()
    const seed = await newSeed()
    await database.owner.prisma.user.update({
      where: { id },
      data: { totpSeed: sealSeed(world.sealer, seed), totpSince: new Date() },
    })
    expect((await byPassword(email)).body).toMatchObject({ status: 400, code: 'code-needed' })
    expect((await byPassword(email, { code: '000000' })).body).toMatchObject({
      status: 400,
      code: 'code-wrong',
    })
    const { totpSeed } = await database.owner.prisma.user.findUniqueOrThrow({ where: { id } })
    const { otp } = await generateTOTP({
      secret: openSeed(world.sealer, totpSeed ?? ''),
      algorithm: 'SHA-1',
      period: 30,
      digits: 6,
    })
    // Who doesn't have the password learns nothing of the code.
    expect((await byPassword(email, { code: otp, password: 'wrong password' })).body.code).toBe(
      'credentials-wrong',
    )
    expect((await byPassword(email, { code: otp })).status).toBe(200)
    expect((await byPassword(email, { code: otp })).body.code).toBe('code-wrong')
  })

  test('is asked for in one way', async () => {
    const { email } = await world.person()
    const fields = { grant_type: 'password', email, password: goodPassword }
    for (const json of [
      {},
      { ...fields, scope: 'admin' },
      { ...fields, grant_type: 'none' },
      { ...fields, email: 'x' },
    ])
      expect((await post(json)).status).toBe(422)
    const headers = { 'Content-Type': 'text/plain' }
    expect((await world.ask('/api/v1/token', { method: 'POST', json: fields, headers })).status).toBe(415)
    expect((await world.ask('/api/v1/token')).status).toBe(405)
  })
})

describe('a refresh token', () => {
  test('gets the next tokens, and then the next one does', async () => {
    const { refresh } = await program()
    const next = await byRefresh(refresh)
    expect(await opens(next.body.access_token)).toBe(true)
    const after = await byRefresh(next.body.refresh_token)
    expect([after.status, await opens(after.body.access_token)]).toEqual([200, true])
  })

  test('that is used again later ends the whole family, and it stands in the audit trail', async () => {
    const { refresh, access, id } = await program()
    const next = await byRefresh(refresh)
    await longAgo(refresh)
    expect((await byRefresh(refresh)).body).toMatchObject({ status: 400, code: 'refresh-token-over' })
    expect((await byRefresh(next.body.refresh_token)).body.code).toBe('refresh-token-over')
    expect([await opens(access), await opens(next.body.access_token)]).toEqual([false, false])
    const events = await database.owner.prisma.auditEvent.findMany({
      where: { actorId: id, action: 'api-grant.ended' },
    })
    expect(events).toMatchObject([{ reasonCode: 'refresh-token-used-again' }])
  })

  test('may be sent once more at once, which takes the lost answer’s token back', async () => {
    const { refresh } = await program()
    const lost = await byRefresh(refresh)
    const again = await byRefresh(refresh)
    expect(again.status).toBe(200)
    // Whoever has the answer that was thought lost is somebody else.
    expect((await byRefresh(lost.body.refresh_token)).status).toBe(400)
    expect((await byRefresh(again.body.refresh_token)).status).toBe(400)
  })

  test('may not be sent a third time, nor once its answer was used', async () => {
    const [first, second] = [await program(), await program()]
    await byRefresh(first.refresh)
    const kept = await byRefresh(first.refresh)
    expect((await byRefresh(first.refresh)).status).toBe(400)
    expect(await opens(kept.body.access_token)).toBe(false)
    const next = await byRefresh(second.refresh)
    const after = await byRefresh(next.body.refresh_token)
    expect((await byRefresh(second.refresh)).status).toBe(400)
    expect(await opens(after.body.access_token)).toBe(false)
  })

  test('that ten use at once leaves one family at most, and it with one token', async () => {
    const { refresh, id } = await program()
    const answers = await Promise.all(Array.from({ length: 10 }, () => byRefresh(refresh)))
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(2)
    const alive = await database.owner.prisma.refreshToken.count({
      where: { grant: { userId: id, endedAt: null }, usedAt: null },
    })
    expect(alive).toBe(0)
  })

  test('that is made up or over gets nothing', async () => {
    const { refresh, access } = await program()
    for (const token of ['x', access, String(refresh).replace('thrr_', 'thr_')])
      expect((await byRefresh(token)).body.code).toMatch(/refresh-token-over|invalid-input/)
    await database.owner.pool.query(`update refresh_tokens set expires_at = now() where token_hash = $1`, [
      hashOfToken(String(refresh)),
    ])
    expect((await byRefresh(refresh)).body.code).toBe('refresh-token-over')
  })
})

describe('what was signed in ends', () => {
  const prisma = () => database.owner.prisma
  test.each([
    [
      'where the account is disabled',
      (userId: string) => disableUser({ prisma: prisma(), redis: createInProcessRedis() }, userId),
    ],
    [
      'with signing out everywhere, as a new password does too',
      (userId: string) => endSessions(prisma(), { userId, except: null }),
    ],
  ])('%s, at once, and nobody else’s does', async (_, end) => {
    const [mine, other] = [await program(), await program()]
    expect(await opens(mine.access)).toBe(true)
    await end(mine.id)
    expect(await opens(mine.access)).toBe(false)
    expect((await byRefresh(mine.refresh)).status).toBe(400)
    expect(await opens(other.access)).toBe(true)
    expect((await byRefresh(other.refresh)).status).toBe(200)
  })

  test('not where one browser signs out', async () => {
    const mine = await program()
    await endSessions(prisma(), { token: { hash: 'x' } })
    expect(await opens(mine.access)).toBe(true)
  })
})

test('guessing passwords is counted as on the page, and ends after eight', async () => {
  const { email } = await world.person()
  const { context } = browserOf(database, { LIMITS_FACTOR: '1' })
  const codes: unknown[] = []
  for (let tries = 0; tries < 9; tries += 1) {
    const request = new Request('http://localhost/api/v1/token', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ grant_type: 'password', email, password: 'wrong password' }),
    })
    const answer = await action({ request, params: {}, context: context() })
    codes.push((await answer.json()).code)
  }
  expect(codes).toEqual([...Array(8).fill('credentials-wrong'), 'too-many-requests'])
})
