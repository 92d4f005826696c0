import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { findKey } from '#app/features/accounts/api-keys/find-key.ts'
import { createInProcessRedis } from '#app/platform/redis/in-process.ts'
import { accountWorld, errorsOf, type TestBrowser, whereTo } from '#tests/setup/account-world.ts'
import { disableUser } from '#tests/setup/disable-user.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action, loader } from './account.keys/route.tsx'

const database = cloneTestDatabase()
const world = accountWorld(database)
const send = (browser: TestBrowser, form: Record<string, string>) =>
  browser.request(action, '/account/keys', { form })
const shown = async (browser: TestBrowser) => (await browser.request(loader, '/account/keys')).data.keys

async function make(browser: TestBrowser, form: Record<string, string> = { 'threads:read': 'on' }) {
  const answer = await send(browser, { intent: 'make', name: 'Newsletter', ...form })
  if (!('data' in answer) || !('made' in answer.data)) throw new Error('no key was made')
  expect(new Headers(answer.init?.headers).get('Cache-Control')).toBe('private, no-store')
  return answer.data.made.token
}

describe('the page of keys', () => {
  test('is nobody’s who isn’t signed in, for looking and for changing', async () => {
    await expect(shown(world.browser())).rejects.toSatisfy(
      (thrown) => whereTo(thrown) === '/sign-in?next=%2Faccount%2Fkeys',
    )
    await expect(make(world.browser())).rejects.toSatisfy((thrown) => whereTo(thrown) === '/sign-in')
  })

  test('shows a key once; what is kept of it is its hash and its beginning', async () => {
    const { browser, userId, email } = await world.signedIn()
    const token = await make(browser)
    const [kept] = await database.owner.prisma.apiKey.findMany({ where: { userId } })
    expect(kept).toMatchObject({
      tokenHash: createHash('sha256').update(token).digest('hex'),
      hint: token.slice(0, 10),
      scopes: ['threads:read'],
    })
    expect(JSON.stringify([kept, await shown(browser)])).not.toContain(token.slice(4, 20))
    expect(await shown(browser)).toMatchObject([{ name: 'Newsletter', lastUsedAt: null }])
    expect((await world.mailsTo(email)).map(({ subject }) => subject)).toContain(
      'A new API key for your Threadr account',
    )
  })

  test('asks for a name and something that the key may do', async () => {
    const { browser } = await world.signedIn()
    expect(errorsOf(await send(browser, { intent: 'make', name: ' ' }))).toMatchObject({
      name: 'Give the key a name.',
      scopes: 'Choose what the key may do.',
    })
    const asAdmin = { intent: 'make', name: 'x', admin: 'on', scopes: 'admin' }
    expect(errorsOf(await send(browser, asAdmin))).toHaveProperty('scopes')
    await expect(send(browser, { intent: 'none' })).rejects.toMatchObject({ status: 400 })
  })

  test('revokes a key, and nobody else’s', async () => {
    const [mine, other] = [await world.signedIn(), await world.signedIn()]
    const token = await make(mine.browser)
    const keyId = (await shown(mine.browser))[0]?.id ?? ''
    expect(await shown(other.browser)).toEqual([])
    await send(other.browser, { intent: 'revoke', keyId })
    expect(await findKey(database.app.pool, token)).toMatchObject({ userId: mine.userId })
    expect(whereTo(await send(mine.browser, { intent: 'revoke', keyId }))).toBe('/account/keys?done=revoked')
    expect(await findKey(database.app.pool, token)).toBeNull()
    const events = await database.owner.prisma.auditEvent.findMany({
      where: { subjectId: keyId },
      orderBy: { id: 'asc' },
    })
    expect(events.map(({ action: done, actorId }) => [done, actorId])).toEqual([
      ['api-key.made', mine.userId],
      ['api-key.revoked', mine.userId],
    ])
  })

  test('gives a person twenty, however many they ask for at once', async () => {
    const { browser } = await world.signedIn()
    const asked = Array.from({ length: 24 }, () => make(browser).catch(() => null))
    const made = (await Promise.all(asked)).filter((token) => token !== null)
    expect(made).toHaveLength(20)
    expect(errorsOf(await send(browser, { intent: 'make', name: 'One more', 'threads:read': 'on' }))).toEqual(
      { form: 'You have 20 keys: revoke one that isn’t used any more.' },
    )
  })
})

describe('a key that is used', () => {
  test('says so once a minute at most', async () => {
    const { browser, userId } = await world.signedIn()
    const token = await make(browser)
    const usedAt = async () =>
      (await database.owner.prisma.apiKey.findFirstOrThrow({ where: { userId } })).lastUsedAt
    await findKey(database.app.pool, token)
    const first = await usedAt()
    expect(first).not.toBeNull()
    await findKey(database.app.pool, token)
    expect(await usedAt()).toEqual(first)
    await database.owner.pool.query(`update api_keys set last_used_at = now() - interval '61 seconds'`)
    await findKey(database.app.pool, token)
    expect((await usedAt())?.getTime()).toBeGreaterThanOrEqual(first?.getTime() ?? 0)
  })

  test('lets nobody in whose account is disabled', async () => {
    const { browser, userId } = await world.signedIn()
    const token = await make(browser)
    await disableUser({ prisma: database.owner.prisma, redis: createInProcessRedis() }, userId)
    expect(await findKey(database.app.pool, token)).toBeNull()
  })
})
