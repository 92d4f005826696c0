import { describe, expect, test } from 'vitest'
import { accountWorld, errorsOf, goodPassword, type TestBrowser } from '#tests/setup/account-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action as accountAction } from './account._index/route.tsx'
import { action as forgotAction } from './forgot.tsx'
import { action as signUpAction } from './sign-up.tsx'

const database = cloneTestDatabase()
const world = accountWorld(database)
/** Somewhere of its own, under the limits as they are. */
const from = (ip: string) => world.browser({ LIMITS_FACTOR: '1', ip })

/** Does something until it is refused for coming too often; how many times it was not. */
async function untilRefused(deed: () => Promise<unknown>): Promise<number> {
  for (let times = 0; times < 100; times += 1) if (statusOf(await deed()) === 429) return times
  throw new Error('it is never refused')
}
function statusOf(answer: unknown): number | undefined {
  if (answer instanceof Response) return answer.status
  const { init } = answer as { init?: ResponseInit }
  return init?.status
}
const waitOf = (answer: unknown) =>
  new Headers((answer as { init?: ResponseInit }).init?.headers).get('Retry-After')

describe('guessing a password', () => {
  test('is stopped after a few tries, whatever browser it comes from, and says until when', async () => {
    const person = await world.person()
    const wrong = () => world.signIn(from('198.51.100.1'), { ...person, password: 'not it at all' })
    expect(await untilRefused(wrong)).toBe(8)
    const refused = await world.signIn(from('198.51.100.1'), person)
    expect(statusOf(refused)).toBe(429)
    expect(errorsOf(refused).form).toMatch(/too many attempts to sign in.*in 15 minutes/)
    expect(Number(waitOf(refused))).toBeGreaterThan(800)
  })

  test('keeps nobody out who comes from elsewhere, and forgets the slips of who got in', async () => {
    const person = await world.person()
    const wrong = (ip: string) => world.signIn(from(ip), { ...person, password: 'not it at all' })
    await untilRefused(() => wrong('198.51.100.2'))
    expect(statusOf(await world.signIn(from('198.51.100.3'), person))).toBe(302)
    for (let slips = 0; slips < 5; slips += 1) await wrong('198.51.100.4')
    expect(statusOf(await world.signIn(from('198.51.100.4'), person))).toBe(302)
    expect(await untilRefused(() => wrong('198.51.100.4'))).toBe(8)
  })

  test('is no easier with a stolen session', async () => {
    const person = await world.person()
    const thief = from('198.51.100.5')
    await world.signIn(thief, person)
    const guess = (browser: TestBrowser) =>
      browser.request(accountAction, '/account?index', {
        form: { intent: 'password', present: 'not it at all', chosen: 'a new one of mine' },
      })
    expect(await untilRefused(() => guess(thief))).toBeLessThanOrEqual(8)
  })
})

describe('mails to an address', () => {
  test.each([
    ['sign-up', signUpAction, { password: goodPassword }],
    ['forgot', forgotAction, {}],
  ])('are few an hour, wherever they are asked for: %s', async (path, action, more) => {
    let asked = 0
    const ask = () => {
      asked += 1
      return from(`203.0.113.${asked}`).request<unknown>(action, `/${path}`, {
        form: { email: ' Somebody@example.com', ...more },
      })
    }
    expect(await untilRefused(ask)).toBe(5)
  })
})
