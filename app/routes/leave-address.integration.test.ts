import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { consentOf, consentVersion } from '#app/features/captures/consent.ts'
import { sweepCaptureRequests } from '#app/features/captures/sweep-requests.ts'
import { mailLink } from '#app/features/mail/wishes/mail-link.ts'
import { days, hours } from '#app/platform/durations.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { accountWorld, errorsOf, type TestBrowser, whereTo } from '#tests/setup/account-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { loader as landing, action as submit } from './_index/route.tsx'
import { loader as form, action as leave } from './leave-address/route.tsx'
import { action as confirm, loader as confirmPage } from './leave-address_.confirm/route.tsx'
import { loader as byLink, action as choose } from './mail/route.tsx'

const database = cloneTestDatabase()
const world = accountWorld(database, () => ({ QUOTAS: '1' }))
let networks = 0
/** A network address that nobody else has. */
function newNetwork() {
  networks += 1
  return `198.51.100.${networks}`
}
const newAddress = () => `${randomUUID()}@example.com`

const leaveIn = (browser: TestBrowser, email: string, more: Record<string, string> = {}) =>
  browser.request(leave, '/leave-address', { form: { intent: 'leave-address', email, ...more } })
const confirmIn = (browser: TestBrowser, token: string) =>
  browser.request(confirm, '/leave-address/confirm', { form: { intent: 'confirm', token } })

/** A browser that has left an address, and the token that was written to it. */
async function left({ ip = newNetwork(), email = newAddress(), news = false } = {}) {
  const browser = world.browser({ ip })
  await browser.request(landing, '/')
  await leaveIn(browser, email, news ? { news: 'on' } : {})
  return { browser, ip, email, token: (await world.mailTo(email)).token }
}
/** How many threads a browser gets to make of so many that it asks for, one after the other. */
async function made(browser: TestBrowser, asked: number): Promise<number> {
  let taken = 0
  for (let each = 0; each < asked; each += 1) {
    const answer = await browser.request(submit, '/?index', { form: { source: bridgeArticle } })
    if (answer instanceof Response) taken += 1
  }
  return taken
}
const extraOf = (answer: unknown) => (answer as { data: { extra?: string } }).data.extra
const captures = (email: string) => database.owner.prisma.capture.findMany({ where: { email } })

describe('a visitor who has used the day’s threads up', () => {
  test('is offered more for an address, and once it is confirmed has five more, by fifty clicks too', async () => {
    const { browser, token, email } = await left()
    expect(await made(browser, 4)).toBe(3)
    expect((await browser.request(landing, '/')).data.mayLeaveAddress).toBe(true)
    // Looked at, nothing is used up.
    const { data } = await browser.request(confirmPage, `/leave-address/confirm?token=${token}`)
    expect(data).toMatchObject({ asked: { email, wantsNews: false }, isSameBrowser: true })
    expect(await captures(email)).toEqual([])
    const answers = await Promise.all(Array.from({ length: 50 }, () => confirmIn(browser, token)))
    const given = answers.map(extraOf)
    expect(given.filter((extra) => extra === 'given')).toHaveLength(1)
    expect(given.filter((extra) => extra === undefined)).toHaveLength(49)
    const { data: shown } = await browser.request(landing, '/')
    expect(shown).toMatchObject({ mayLeaveAddress: false, quota: null })
    const ends = await Promise.all(Array.from({ length: 9 }, () => made(browser, 1)))
    expect(ends.filter((count) => count === 1)).toHaveLength(5)
    expect((await browser.request(landing, '/')).data).toMatchObject({
      mayLeaveAddress: false,
      quota: expect.stringContaining('used up'),
    })
  })

  test('gets them in the browser that asked, though another one confirms', async () => {
    const { browser, token } = await left()
    expect(extraOf(await confirmIn(world.browser({ ip: newNetwork() }), token))).toBe('given')
    expect(await made(browser, 9)).toBe(8)
  })
})

describe('extra threads', () => {
  test('come once for an address', async () => {
    const { email, browser, token } = await left()
    expect(extraOf(await confirmIn(browser, token))).toBe('given')
    const again = await left({ email })
    expect(extraOf(await confirmIn(again.browser, again.token))).toBe('had')
    expect(await made(again.browser, 4)).toBe(3)
  })

  test('come once a day for a browser, whatever other addresses it leaves', async () => {
    const { browser, ip, token } = await left()
    await confirmIn(browser, token)
    const other = newAddress()
    await leaveIn(browser, other)
    expect(extraOf(await confirmIn(browser, (await world.mailTo(other)).token))).toBe('enough')
    expect(await made(browser, 9)).toBe(8)
    // The others behind the same network address still get theirs.
    for (let each = 0; each < 2; each += 1) {
      const neighbour = await left({ ip })
      expect(extraOf(await confirmIn(neighbour.browser, neighbour.token))).toBe('given')
    }
  })

  test('come three times a day for a network address, however many browsers and addresses are at it at once', async () => {
    const ip = newNetwork()
    const all = []
    for (let each = 0; each < 6; each += 1) all.push(await left({ ip }))
    const answers = await Promise.all(all.map(({ browser, token }) => confirmIn(browser, token)))
    const given = answers.map(extraOf)
    expect(given.filter((extra) => extra === 'given')).toHaveLength(3)
    expect(given.filter((extra) => extra === 'enough')).toHaveLength(3)
    const counts = await Promise.all(all.map(({ browser }) => made(browser, 9)))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(18)
  })
})

describe('an address', () => {
  test('is kept with what was agreed to and when, as it is written in small letters', async () => {
    const address = newAddress()
    const browser = world.browser({ ip: newNetwork() })
    await leaveIn(browser, ` ${address.toUpperCase()} `, { news: 'on' })
    const { token } = await world.mailTo(address)
    await confirmIn(browser, token)
    expect(await captures(address)).toMatchObject([
      { consent: consentOf(true), consentVersion, consentAt: expect.any(Date), wantsNews: true },
    ])
  })

  test('is answered alike whether it is known, has an account, or is nobody’s', async () => {
    const known = await left()
    await confirmIn(known.browser, known.token)
    const person = await world.person()
    for (const email of [known.email, person.email, newAddress()]) {
      const answer = await leaveIn(world.browser({ ip: newNetwork() }), email)
      expect(answer).toMatchObject({ data: { sentTo: email } })
      expect((await world.mailTo(email)).subject).toBe((await world.mailTo(known.email)).subject)
    }
  })

  test.each(['', 'nobody', 'a@b', `${'a'.repeat(250)}@example.com`, 'a@example.com\r\nBcc: b@example.com'])(
    'that is none (%j) is refused at its field',
    async (email) => {
      const answer = await leaveIn(world.browser({ ip: newNetwork() }), email)
      expect(Object.keys(errorsOf(answer))).toEqual(['email'])
    },
  )

  test('is written to three times a day at most', async () => {
    const email = newAddress()
    const strict = () => world.browser({ ip: newNetwork(), LIMITS_FACTOR: '1' })
    for (let each = 0; each < 3; each += 1)
      expect(await leaveIn(strict(), email)).toMatchObject({ data: { sentTo: email } })
    expect(errorsOf(await leaveIn(strict(), email)).form).toContain('several times already')
    expect(await world.mailsTo(email)).toHaveLength(3)
  })

  test('is not confirmed by a link that is older than a day, used, or made up', async () => {
    const { browser, token, email } = await left()
    await database.owner.prisma.captureRequest.updateMany({
      where: { email },
      data: { createdAt: new Date(Date.now() - hours(25)) },
    })
    for (const each of [token, 'A'.repeat(43), '']) {
      expect((await browser.request(confirmPage, `/leave-address/confirm?token=${each}`)).data.asked).toBe(
        null,
      )
      expect(errorsOf(await confirmIn(browser, each)).form).toContain('its time is over')
    }
    expect(await captures(email)).toEqual([])
  })

  test('that nobody confirms goes after a week', async () => {
    const { email } = await left()
    const asked = () => database.owner.prisma.captureRequest.count({ where: { email } })
    await sweepCaptureRequests(database.owner.prisma, new Date(Date.now() + days(6.9)))
    expect(await asked()).toBe(1)
    await sweepCaptureRequests(database.owner.prisma, new Date(Date.now() + days(7.1)))
    expect(await asked()).toBe(0)
  })

  test('is shown with all that is held of it by the link of a letter, and deleted by it', async () => {
    const { browser, token, email } = await left({ news: true })
    await confirmIn(browser, token)
    const [capture] = await captures(email)
    const link = `/mail?by=${mailLink(world.sealer, { captureId: capture?.id ?? '' })}`
    const anybody = world.browser()
    expect((await anybody.request(byLink, link)).data.of).toEqual({
      capture: {
        email,
        consent: consentOf(true),
        consentAt: expect.any(String),
        confirmedAt: expect.any(String),
        wantsNews: true,
        mailsWritten: 0,
        hasAccount: false,
      },
    })
    await anybody.request(choose, `${link}&kind=news`, { form: { 'List-Unsubscribe': 'One-Click' } })
    expect(await captures(email)).toMatchObject([{ wantsNews: false, nextMailAt: null }])
    expect(whereTo(await anybody.request(choose, link, { form: { intent: 'delete' } }))).toContain(
      'done=deleted',
    )
    expect(await captures(email)).toEqual([])
    expect(await database.owner.prisma.captureRequest.count({ where: { email } })).toBe(0)
    expect(await database.owner.prisma.mail.count({ where: { to: email } })).toBe(0)
    await expect(anybody.request(byLink, link)).rejects.toMatchObject({ status: 404 })
  })
})

test('who is signed in is led to their own mail, and where nothing is counted there is nothing to get', async () => {
  const { browser } = await world.signedIn()
  await expect(browser.request(form, '/leave-address')).rejects.toMatchObject({ status: 302 })
  const uncounted = world.browser({ QUOTAS: '0' })
  await expect(uncounted.request(form, '/leave-address')).rejects.toMatchObject({ status: 404 })
  await expect(leaveIn(uncounted, newAddress())).rejects.toMatchObject({ status: 404 })
})
