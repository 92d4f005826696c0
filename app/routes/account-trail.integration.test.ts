import { expect, test } from 'vitest'
import { readEvents } from '#app/features/audit/read-events.ts'
import { accountWorld, goodPassword } from '#tests/setup/account-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action as accountAction } from './account._index/route.tsx'
import { action as forgotAction } from './forgot.tsx'
import { action as resetAction } from './reset.tsx'
import { action as signOutAction } from './sign-out.ts'
import { action as signUpAction } from './sign-up.tsx'
import { action as verifyAction } from './verify.tsx'

const database = cloneTestDatabase()
const world = accountWorld(database)

test('what a person does to their account is written down, with where it came from and no secret', async () => {
  const email = 'trail@example.com'
  const browser = world.browser({ ip: '198.51.100.77' })
  await browser.request(signUpAction, '/sign-up', { form: { email, password: goodPassword } })
  const { token } = await world.mailTo(email)
  await browser.request(verifyAction, '/verify', { form: { intent: 'sign-up', token } })
  const chosen = 'nine harbours before dawn'
  const change = (form: Record<string, string>) => browser.request(accountAction, '/account?index', { form })
  await change({ intent: 'password', present: goodPassword, chosen })
  await change({ intent: 'email', email: 'new@example.com', password: chosen })
  await browser.request(signOutAction, '/sign-out', { form: {} })
  await world.signIn(browser, { email, password: chosen })
  await browser.request(forgotAction, '/forgot', { form: { email } })
  const reset = await world.mailTo(email)
  await browser.request(resetAction, '/reset', {
    form: { intent: 'reset', token: reset.token, password: 'ten lighthouses at noon' },
  })

  const { id } = await database.owner.prisma.user.findUniqueOrThrow({ where: { email } })
  const { events } = await readEvents(database.owner.prisma, { actor: { kind: 'user', id } }, { size: 50 })
  expect(events.map(({ action }) => action).toReversed()).toEqual([
    'account.made',
    'account.signed-in',
    'account.password-changed',
    'account.email-change-asked',
    'account.signed-out',
    'account.signed-in',
    'account.password-reset',
    'account.signed-in',
  ])
  expect(new Set(events.map(({ ip }) => ip))).toEqual(new Set(['198.51.100.0/24']))
  expect(JSON.stringify(events)).not.toMatch(/harbours|lighthouses|bridges|@example/)
})

test('a deed that is refused is not written down as done', async () => {
  const person = await world.signedIn()
  await person.browser.request(accountAction, '/account?index', {
    form: { intent: 'password', present: 'not it at all', chosen: 'a new one of mine' },
  })
  await world.signIn(world.browser(), { ...person, password: 'not it at all' })
  const filter = { actor: { kind: 'user', id: person.id } } as const
  const { events } = await readEvents(database.owner.prisma, filter, { size: 50 })
  expect(events.map(({ action }) => action)).toEqual(['account.signed-in'])
})
