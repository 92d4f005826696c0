import { expect, test } from 'vitest'
import { type TestBrowser, whereTo } from '#tests/setup/account-world.ts'
import { apiWorld } from '#tests/setup/api-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action as accountAction, loader as accountLoader } from './account._index/route.tsx'
import { action, loader } from './account.keys/route.tsx'
import { action as forgotAction } from './forgot.tsx'
import { action as resetAction } from './reset.tsx'

const database = cloneTestDatabase()
const world = apiWorld(database)
const programs = async (browser: TestBrowser) =>
  (await browser.request(loader, '/account/keys')).data.programs
const refreshed = (token: unknown) =>
  world.ask('/api/v1/token', {
    method: 'POST',
    json: { grant_type: 'refresh_token', refresh_token: token },
  })
const opens = async (token: unknown) =>
  (await world.ask('/api/v1/threads', { token: String(token) })).status === 200

/** Signs a program in with somebody's password. */
async function program({ email, password }: { email: string; password: string }, userAgent: string) {
  const { body } = await world.ask('/api/v1/token', {
    method: 'POST',
    headers: { 'User-Agent': userAgent },
    json: { grant_type: 'password', email, password },
  })
  return { access: body.access_token, refresh: body.refresh_token }
}

test('programs that were signed in stand beside the keys, the latest used first, and can be signed out one by one', async () => {
  const [mine, other] = [await world.signedIn(), await world.signedIn()]
  const first = await program(mine, 'threadr-nightly/1.4 (cron)')
  const second = await program(mine, 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0')
  expect(await programs(mine.browser)).toMatchObject([
    { program: 'Firefox on Linux' },
    { program: 'threadr-nightly 1.4', network: '127.0.0.0/24' },
  ])
  await refreshed(first.refresh)
  const [latest] = await programs(mine.browser)
  expect(latest?.program).toBe('threadr-nightly 1.4')
  expect(Date.parse(latest?.lastUsedAt ?? '')).toBeGreaterThan(Date.parse(latest?.createdAt ?? ''))
  expect(await programs(other.browser)).toEqual([])

  const grantId = latest?.id ?? ''
  const signOut = (browser: TestBrowser) =>
    browser.request(action, '/account/keys', { form: { intent: 'sign-out', grantId } })
  await signOut(other.browser)
  expect(await opens(first.access)).toBe(true)
  expect(whereTo(await signOut(mine.browser))).toBe('/account/keys?done=signed-out')
  expect(await opens(first.access)).toBe(false)
  expect(await opens(second.access)).toBe(true)
  expect((await programs(mine.browser)).map(({ program: name }) => name)).toEqual(['Firefox on Linux'])
  const events = await database.owner.prisma.auditEvent.findMany({
    where: { subjectId: grantId, action: 'api-grant.ended' },
  })
  expect(events).toMatchObject([{ actorId: mine.userId, reasonCode: 'asked' }])
})

test('a new password signs programs out and leaves API keys, and the page and the mail say so', async () => {
  const { browser, ...person } = await world.signedIn()
  const { access, refresh } = await program(person, 'curl/8.5.0')
  const keys = [await world.keyOf(person.userId), await world.keyOf(person.userId)]
  const form = { intent: 'password', present: person.password, chosen: 'nine lanterns at dawn' }
  expect(whereTo(await browser.request(accountAction, '/account?index', { form }))).toBe(
    '/account?done=password',
  )
  expect((await browser.request(accountLoader, '/account?done=password')).data).toMatchObject({
    done: 'password',
    keys: 2,
  })
  expect([await opens(access), (await refreshed(refresh)).status]).toEqual([false, 400])
  for (const key of keys) expect(await opens(key)).toBe(true)
  expect(await programs(browser)).toEqual([])
  expect((await world.mailTo(person.email)).text).toContain('Your 2 API keys still work.')
})

test('a reset by mail does too, and leads whoever has keys to where they are', async () => {
  const { browser, ...person } = await world.signedIn()
  const { access } = await program(person, 'curl/8.5.0')
  const key = await world.keyOf(person.userId)
  await browser.request(forgotAction, '/forgot', { form: { email: person.email } })
  const { token } = await world.mailTo(person.email)
  const form = { token, password: 'nine lanterns at dawn' }
  expect(whereTo(await browser.request(resetAction, '/reset', { form }))).toBe('/account/keys?done=password')
  expect([await opens(access), await opens(key)]).toEqual([false, true])
})
