import { describe, expect, test } from 'vitest'
import { pastedText, submitted } from '#tests/factories/submissions.ts'
import {
  accountWorld,
  errorsOf,
  goodPassword,
  type TestBrowser,
  whereTo,
} from '#tests/setup/account-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { loader as accountLoader } from './account._index/route.tsx'
import { loader as activityLoader } from './account.activity/route.tsx'
import { loader as usersLoader } from './admin._index/route.tsx'
import { loader as auditLoader } from './admin.audit/route.tsx'
import { action, loader } from './admin.users.$userId/route.tsx'

const database = cloneTestDatabase()
const world = accountWorld(database)
const send = (browser: TestBrowser, userId: string, form: Record<string, string>) =>
  browser.request(action, `/admin/users/${userId}`, { params: { userId }, form })
const look = (browser: TestBrowser, userId: string) =>
  browser.request(loader, `/admin/users/${userId}`, { params: { userId } })
const rowOf = (id: string) => database.owner.prisma.user.findUniqueOrThrow({ where: { id } })
const isIn = (browser: TestBrowser) =>
  browser.request(accountLoader, '/account').then(
    () => true,
    () => false,
  )
const eventsOn = async (id: string) =>
  (
    await database.owner.prisma.auditEvent.findMany({
      where: { subjectId: id, NOT: { action: { startsWith: 'account.' } } },
      orderBy: { id: 'asc' },
    })
  ).map(({ action: what, actorId, ip }) => ({ what, actorId, ip }))

describe('the pages for support and admins', () => {
  test('are not there for who has no role, whatever they send', async () => {
    const [user, victim] = [await world.signedIn(), await world.person()]
    for (const browser of [world.browser(), user.browser]) {
      for (const intent of ['suspend', 'reset', 'end-sessions', 'role', 'see-as', 'none'])
        await expect(send(browser, victim.id, { intent, role: 'admin' })).rejects.toMatchObject({
          status: 404,
        })
      await expect(look(browser, victim.id)).rejects.toMatchObject({ status: 404 })
      await expect(browser.request(usersLoader, '/admin')).rejects.toMatchObject({ status: 404 })
      await expect(browser.request(auditLoader, '/admin/audit')).rejects.toMatchObject({ status: 404 })
    }
    expect(await eventsOn(victim.id)).toEqual([])
  })

  test('let support send a reset and end sessions, and nothing beyond', async () => {
    const [support, user] = [await world.signedIn({ role: 'support' }), await world.signedIn()]
    for (const intent of ['suspend', 'restore', 'see-as', 'role'])
      await expect(send(support.browser, user.id, { intent, role: 'admin' })).rejects.toMatchObject({
        status: 403,
      })
    await expect(support.browser.request(auditLoader, '/admin/audit')).rejects.toMatchObject({ status: 403 })
    expect(await rowOf(user.id)).toMatchObject({ role: 'user', disabledAt: null })
    await send(support.browser, user.id, { intent: 'reset' })
    expect((await world.mailTo(user.email)).subject).toBe('Choose a new password for Threadr')
    expect(await isIn(user.browser)).toBe(true)
    await send(support.browser, user.id, { intent: 'end-sessions' })
    expect(await isIn(user.browser)).toBe(false)
    expect(await eventsOn(user.id)).toEqual([
      { what: 'user.reset-sent', actorId: support.id, ip: '192.0.2.0/24' },
      { what: 'user.sessions-ended', actorId: support.id, ip: '192.0.2.0/24' },
    ])
  })

  test('let support touch neither admins nor one another', async () => {
    const support = await world.signedIn({ role: 'support' })
    for (const role of ['support', 'admin'] as const) {
      const other = await world.signedIn({ role })
      for (const intent of ['reset', 'end-sessions'])
        expect(await send(support.browser, other.id, { intent })).toMatchObject({ init: { status: 403 } })
      expect(await isIn(other.browser)).toBe(true)
    }
  })

  test('let an admin suspend: sessions die at once, and nothing lets them in until it is lifted', async () => {
    const [admin, user] = [await world.signedIn({ role: 'admin' }), await world.signedIn()]
    expect(whereTo(await send(admin.browser, user.id, { intent: 'suspend' }))).toContain('done=suspended')
    expect(await isIn(user.browser)).toBe(false)
    errorsOf(await world.signIn(world.browser(), { email: user.email, password: goodPassword }))
    await send(admin.browser, user.id, { intent: 'restore' })
    expect(await isIn(user.browser)).toBe(false)
    await world.signIn(user.browser, { email: user.email, password: goodPassword })
    expect(await isIn(user.browser)).toBe(true)
    expect(await send(admin.browser, admin.id, { intent: 'suspend' })).toMatchObject({
      init: { status: 409 },
    })
    expect(await isIn(admin.browser)).toBe(true)
  })

  test('find people by address, name and id, a page at a time', async () => {
    const admin = await world.signedIn({ role: 'admin' })
    const { id, email } = await world.person()
    const found = async (query: string) => {
      const { data } = await admin.browser.request(usersLoader, `/admin?${query}`)
      return data.users.map((user) => user.id)
    }
    for (const typed of [email.toUpperCase(), id])
      expect(await found(new URLSearchParams({ find: typed }).toString())).toEqual([id])
    expect(await found('find=100%25')).toEqual([])
    expect(await found(`before=${id}`)).not.toContain(id)
    expect((await found('')).length).toBeGreaterThan(3)
  })

  test('show an account without what is in its threads, its password or its seed', async () => {
    const [admin, user] = [await world.signedIn({ role: 'admin' }), await world.signedIn()]
    const text = `A title of its own.\n\n${'The secret middle of a text. '.repeat(20)}`
    await submitted(database.app.prisma, {
      owner: { userId: user.id },
      submission: pastedText(text),
    })
    const { data } = await look(admin.browser, user.id)
    expect(data.user).toMatchObject({ email: user.email, role: 'user', plan: { name: 'free', left: 20 } })
    expect(data.user.threads).toHaveLength(1)
    expect(JSON.stringify(data)).not.toMatch(/secret middle|argon2|[0-9a-f]{64}/)
    await expect(look(admin.browser, '019ab000-0000-7000-8000-000000000001')).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('what people read of it', () => {
  test('names what was done to them, and neither who of the staff did it nor from where', async () => {
    const [admin, user] = [await world.signedIn({ role: 'admin' }), await world.signedIn()]
    await send(admin.browser, user.id, { intent: 'reset' })
    const { data } = await user.browser.request(activityLoader, '/account/activity')
    expect(data.events[0]).toMatchObject({
      what: 'Link to choose a new password sent',
      who: 'Threadr’s staff',
      network: null,
    })
    expect(JSON.stringify(data)).not.toContain(admin.id)
    const stranger = await world.signedIn()
    const theirs = await stranger.browser.request(activityLoader, '/account/activity')
    expect(theirs.data.events.filter(({ what }) => what.includes('password'))).toEqual([])
  })

  test('is found in the audit trail by who did it, what, to whom and when', async () => {
    const [admin, user] = [await world.signedIn({ role: 'admin' }), await world.signedIn()]
    await send(admin.browser, user.id, { intent: 'reset' })
    await send(admin.browser, user.id, { intent: 'suspend' })
    const found = async (query: Record<string, string>) => {
      const { data } = await admin.browser.request(auditLoader, `/admin/audit?${new URLSearchParams(query)}`)
      return data.events
        .filter(({ action: what }) => what.startsWith('user.'))
        .map(({ action: what }) => what)
    }
    const both = ['user.suspended', 'user.reset-sent']
    const today = new Date().toISOString().slice(0, 10)
    expect(await found({ by: admin.email })).toEqual(both)
    expect(await found({ by: admin.id, on: user.email })).toEqual(both)
    expect(await found({ about: user.id, action: 'user.suspended' })).toEqual(both.slice(0, 1))
    expect(await found({ on: `user ${user.id}`, since: today, until: today })).toEqual(both)
    expect(await found({ on: user.email, until: '2020-01-01' })).toEqual([])
    expect(await found({ by: 'nobody@example.com' })).toEqual([])
    expect(await found({ by: 'system' })).toEqual([])
  })
})
