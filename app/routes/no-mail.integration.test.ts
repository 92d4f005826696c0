import { describe, expect, test } from 'vitest'
import { accountWorld, errorsOf, goodPassword, whereTo } from '#tests/setup/account-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action as accountAction } from './account._index/route.tsx'
import { action as forgotAction, loader as forgotLoader } from './forgot.tsx'
import { action as codeAction, loader as codeLoader } from './sign-in_.code.tsx'
import { action as signUpAction, loader as signUpLoader } from './sign-up.tsx'

const database = cloneTestDatabase()
const world = accountWorld(database)
const production = {
  THREADR_ENV: 'production',
  APP_URL: 'https://threadr.example',
  SESSION_SECRET: 'k'.repeat(16) + 'v'.repeat(16),
  ENCRYPTION_KEY: 'e'.repeat(16) + 'k'.repeat(16),
}
const mail = { RESEND_API_KEY: 're_1', MAIL_FROM: 'mail@threadr.example' }
const email = 'ada@example.com'

describe('where production has nothing that sends mail', () => {
  test.each([
    ['sign-up', signUpLoader, signUpAction, { email, password: goodPassword }],
    ['forgot', forgotLoader, forgotAction, { email }],
    ['sign-in/code', codeLoader, codeAction, { intent: 'address', email }],
  ] as const)('/%s says so, and promises no message', async (path, loader, action, form) => {
    const browser = world.browser(production)
    const page = await browser.request<unknown>(loader, `/${path}`)
    expect(page).toMatchObject({ data: { hasMail: false } })
    const answer = await browser.request<unknown>(action, `/${path}`, { form })
    expect(answer).toMatchObject({ init: { status: 409 } })
    expect(errorsOf(answer)).toEqual({ form: expect.stringContaining('Mail isn’t set up here') })
    expect(await database.owner.prisma.accountRequest.count()).toBe(0)
    const withMail = world.browser({ ...production, ...mail })
    expect(await withMail.request<unknown>(loader, `/${path}`)).toMatchObject({ data: { hasMail: true } })
  })

  test('nobody’s address changes either, while passwords still let people in', async () => {
    const person = await world.person()
    const browser = world.browser(production)
    expect(whereTo(await world.signIn(browser, person))).toBe('/threads')
    const form = { intent: 'email', email: 'new@example.com', password: person.password }
    const answer = await browser.request(accountAction, '/account?index', { form })
    expect(errorsOf(answer)).toEqual({ form: expect.stringContaining('Mail isn’t set up here') })
    expect(await database.owner.prisma.accountRequest.count()).toBe(0)
  })
})

test('on a computer of one’s own messages lie in the outbox, so nothing is refused', async () => {
  const browser = world.browser()
  const form = { email, password: goodPassword }
  expect(await browser.request(signUpAction, '/sign-up', { form })).toMatchObject({ data: { sentTo: email } })
})
