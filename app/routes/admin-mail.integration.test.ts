import { beforeAll, describe, expect, test } from 'vitest'
import { addressHash } from '#app/features/mail/suppressions.ts'
import { accountWorld, errorsOf, type TestBrowser, whereTo } from '#tests/setup/account-world.ts'
import { mailWorld } from '#tests/setup/mail-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { loader as accountLoader } from './account._index/route.tsx'
import { action, loader } from './admin.mail/route.tsx'

const database = cloneTestDatabase()
const world = accountWorld(database)
const { queued } = mailWorld(database)
const look = async (browser: TestBrowser, query = '') =>
  (await browser.request(loader, `/admin/mail${query}`)).data
const send = (browser: TestBrowser, form: Record<string, string>) =>
  browser.request(action, '/admin/mail', { form })
type Person = Awaited<ReturnType<typeof world.signedIn>>
let admin: Person
let support: Person
beforeAll(async () => {
  admin = await world.signedIn({ role: 'admin' })
  support = await world.signedIn({ role: 'support' })
})
const eventsOf = async (address: string) =>
  (await database.owner.prisma.auditEvent.findMany({ where: { subjectId: addressHash(address) } })).map(
    ({ action: what, actorId, subjectKind }) => ({ what, actorId, subjectKind }),
  )

describe('the page about mail', () => {
  test('is not there for who has no role, and lets support look and change nothing', async () => {
    const user = await world.signedIn()
    await expect(look(user.browser)).rejects.toMatchObject({ status: 404 })
    await expect(send(user.browser, { intent: 'suppress', email: 'a@example.com' })).rejects.toMatchObject({
      status: 404,
    })
    expect(await look(support.browser)).toMatchObject({ mayChange: false })
    const forms: Record<string, string>[] = [
      { intent: 'suppress', email: 'a@example.com' },
      { intent: 'lift', hash: addressHash('a@example.com') },
    ]
    for (const form of forms) await expect(send(support.browser, form)).rejects.toMatchObject({ status: 403 })
    expect(await database.owner.prisma.mailSuppression.count()).toBe(0)
  })

  test('counts by template and day what became of messages, and shows none of what they say', async () => {
    await database.owner.prisma.mail.deleteMany({})
    const at = new Date()
    const row = (template: string, given: object) => ({
      to: 'ada@example.com',
      subject: 'Of a secret thread',
      template,
      ...given,
    })
    await database.owner.prisma.mail.createMany({
      data: [
        row('digest', { state: 'sent', deliveredAt: at, complainedAt: at }),
        row('digest', { state: 'sent', deliveredAt: at }),
        row('digest', { state: 'sent', bouncedAt: at }),
        row('digest', { state: 'waiting', createdAt: new Date(at.getTime() - 31 * 86_400_000) }),
        row('code', { state: 'unknown', reason: 'Resend’s answer got lost (ECONNRESET).' }),
        row('code', { state: 'refused', reason: 'Resend did not take it (422 validation_error).' }),
        row('code', { state: 'sending' }),
        row('code', { state: 'suppressed', reason: 'bounced' }),
      ],
    })
    const shown = await look(support.browser)
    const none = {
      sent: 0,
      delivered: 0,
      bounced: 0,
      complained: 0,
      unknown: 0,
      waiting: 0,
      refused: 0,
      suppressed: 0,
    }
    expect(shown.rates.templates).toEqual([
      { ...none, template: 'code', unknown: 1, waiting: 1, refused: 1, suppressed: 1 },
      { ...none, template: 'digest', sent: 3, delivered: 2, bounced: 1, complained: 1 },
    ])
    expect(shown.rates.days).toHaveLength(30)
    expect(shown.rates.days.at(-1)).toMatchObject({ day: at.toISOString().slice(0, 10), sent: 3, unknown: 1 })
    expect(shown.unknown).toMatchObject([{ to: 'ada@example.com', reason: expect.stringContaining('lost') }])
    expect(shown.refused).toMatchObject([{ template: 'code', reason: expect.stringContaining('422') }])
    expect(JSON.stringify(shown)).not.toContain('secret thread')
  })

  test('stops mail to an address and allows it again, which the trail tells without naming it', async () => {
    const address = 'ada+list@example.com'
    expect(whereTo(await send(admin.browser, { intent: 'suppress', email: ' Ada+List@Example.com' }))).toBe(
      '/admin/mail?done=suppress',
    )
    await send(admin.browser, { intent: 'suppress', email: address })
    const id = await queued({ to: address })
    await mailWorld(database).worker({ smtp: 'smtp://127.0.0.1:1' })(id)
    expect(await mailWorld(database).mailOf(id)).toMatchObject({ state: 'suppressed', reason: 'by-hand' })
    const { suppressions } = await look(support.browser, '?find=ADA%2BLIST')
    expect(suppressions).toMatchObject([{ address, reason: 'by-hand' }])
    const lift = { intent: 'lift', hash: addressHash(address) }
    expect(whereTo(await send(admin.browser, lift))).toBe('/admin/mail?done=lift')
    expect(errorsOf(await send(admin.browser, lift)).form).toContain('isn’t on the list')
    expect((await look(admin.browser, '?find=ada%2Blist')).suppressions).toEqual([])
    const [by, subjectKind] = [admin.id, 'mail-address']
    expect(await eventsOf(address)).toEqual([
      { what: 'mail.suppressed', actorId: by, subjectKind },
      { what: 'mail.suppression-lifted', actorId: by, subjectKind },
    ])
  })

  test('finds an address of which only its hash is left', async () => {
    await send(admin.browser, { intent: 'suppress', email: 'gone@example.com' })
    await database.owner.prisma.mailSuppression.updateMany({ data: { address: null } })
    expect((await look(admin.browser, '?find=gone%40example.com')).suppressions).toMatchObject([
      { address: null, hash: addressHash('gone@example.com') },
    ])
    expect((await look(admin.browser, '?find=gone')).suppressions).toEqual([])
  })

  test('refuses what is no address', async () => {
    for (const email of ['nobody', 'a@example.com\r\nBcc: b@example.com', `${'a'.repeat(250)}@example.com`])
      expect(errorsOf(await send(admin.browser, { intent: 'suppress', email })).email).toBeDefined()
  })
})

test('the account page says that mail to one’s address came back', async () => {
  const person = await world.signedIn()
  const page = async () => (await person.browser.request(accountLoader, '/account')).data
  expect((await page()).mailCameBack).toBe(false)
  await send(admin.browser, { intent: 'suppress', email: person.email })
  expect((await page()).mailCameBack).toBe(true)
})
