import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { makeAccount } from '#app/features/accounts/make-account.ts'
import { mailBody } from '#app/features/mail/mail-body.ts'
import { openMail } from '#app/features/mail/queue-mail.ts'
import { keepWishes, readWishes } from '#app/features/mail/wishes/keep-wishes.ts'
import { addresseeOf } from '#app/features/mail/wishes/mail-link.ts'
import { dataFiles } from '#app/features/privacy/data-files.ts'
import { deleteDueAccounts } from '#app/features/privacy/delete-due-accounts.ts'
import { days, hours } from '#app/platform/durations.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { accountWorld } from '#tests/setup/account-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { deleteCapture, keepNews } from './capture-record.ts'
import { confirmCapture } from './confirm-capture.ts'
import { leaveAddress } from './leave-address.ts'
import { letters } from './letters.ts'
import { tieCapture } from './tie-capture.ts'
import { writeLetters } from './write-letters.ts'

const database = cloneTestDatabase()
const world = accountWorld(database)
const appUrl = 'https://threadr.example'
const dependencies = () => ({ prisma: database.owner.prisma, sealer: world.sealer, appUrl })
const begun = new Date()
const on = (day: number) => new Date(begun.getTime() + days(day) + hours(1))

/** An address that somebody has left and confirmed. */
async function captured({ news = true, email = `${randomUUID()}@example.com` } = {}) {
  const visitor = { visitorId: randomUUID(), addressKey: randomUUID() }
  await leaveAddress(dependencies(), { email, wantsNews: news, ...visitor })
  const { token } = await world.mailTo(email)
  const { captureId } = await confirmCapture(database.app.prisma, token, begun)
  return { email, captureId }
}
/** What the worker does on a day, twice and at once as it may happen. */
const sweep = (day: number) =>
  Promise.all([writeLetters(dependencies(), on(day)), writeLetters(dependencies(), on(day))])

/** The letters to an address, the oldest first. */
async function lettersTo(email: string) {
  const rows = await database.owner.prisma.mail.findMany({
    where: { to: email, key: { startsWith: 'letter:' } },
    orderBy: { id: 'asc' },
  })
  return Promise.all(
    rows.map(async ({ subject, body }) => {
      const content = openMail(world.sealer, body ?? '')
      return { subject, headers: content.headers, text: (await mailBody(content)).text }
    }),
  )
}
const subjectsTo = async (email: string) => (await lettersTo(email)).map(({ subject }) => subject)

async function signUp(email: string): Promise<string> {
  const origin = { ip: '192.0.2.1', userAgent: 'a browser' }
  const { userId } = await database.app.prisma.$transaction((tx) =>
    makeAccount(
      tx,
      { sealer: world.sealer, appUrl: 'https://threadr.example' },
      { email, passwordHash: null, visitorId: randomUUID(), origin },
    ),
  )
  return userId
}

describe('letters to who left an address and ticked the newsletter', () => {
  test('come on day 1, 4 and 9, each once, and say how they are stopped', async () => {
    const { email, captureId } = await captured()
    const counts = []
    for (const day of [0, 1, 2, 3, 4, 5, 8, 9, 10, 40]) {
      await sweep(day)
      counts.push((await subjectsTo(email)).length)
    }
    expect(counts).toEqual([0, 1, 1, 1, 2, 2, 2, 3, 3, 3])
    const written = await lettersTo(email)
    expect(written.map(({ subject }) => subject)).toEqual(letters.map(({ subject }) => subject))
    for (const { headers, text } of written) {
      const stop = /^<(.*)>$/.exec(headers?.['List-Unsubscribe'] ?? '')?.[1] ?? ''
      expect(headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
      expect(text).toContain(stop)
      const { searchParams } = new URL(stop)
      expect(searchParams.get('kind')).toBe('news')
      expect(addresseeOf(world.sealer, searchParams.get('by'))).toEqual({ captureId })
    }
  })

  test('come apart by as much where the worker was away for weeks', async () => {
    const { email } = await captured()
    for (const day of [30, 31, 33, 34, 38, 39]) await sweep(day)
    expect(await subjectsTo(email)).toHaveLength(3)
    const other = await captured()
    for (const day of [30, 31, 32]) await sweep(day)
    expect(await subjectsTo(other.email)).toHaveLength(1)
  })

  test('don’t come where the box was left empty', async () => {
    const { email } = await captured({ news: false })
    await sweep(20)
    expect(await subjectsTo(email)).toEqual([])
  })

  test('end where they are stopped, and go on where they are wanted again', async () => {
    const { email, captureId } = await captured()
    await sweep(1)
    await keepNews(database.app.prisma, captureId, false, on(2))
    await sweep(10)
    expect(await subjectsTo(email)).toHaveLength(1)
    await keepNews(database.app.prisma, captureId, true, on(20))
    for (const day of [20, 23, 24]) await sweep(day)
    expect(await subjectsTo(email)).toHaveLength(2)
  })

  test('end where the address is deleted', async () => {
    const { email, captureId } = await captured()
    await sweep(1)
    await deleteCapture(database.app.prisma, captureId)
    await sweep(20)
    expect(await database.owner.prisma.mail.count({ where: { to: email } })).toBe(0)
  })

  test('begin once though the address is left a second time', async () => {
    const { email } = await captured()
    await captured({ email })
    for (const day of [1, 2]) await sweep(day)
    expect(await subjectsTo(email)).toHaveLength(1)
  })
})

describe('an address whose owner makes an account', () => {
  test('gets no more letters, and the newsletter that was asked for is the account’s', async () => {
    const { email } = await captured()
    const userId = await signUp(email)
    const { rows } = await database.owner.pool.query(
      'select payload from graphile_worker._private_jobs where key = $1',
      [`tie-capture:${userId}`],
    )
    const payload = jobCatalog.tie_capture.payload.parse(rows[0]?.payload)
    await tieCapture(database.owner.prisma, payload.userId)
    await tieCapture(database.owner.prisma, payload.userId)
    await sweep(20)
    expect(await subjectsTo(email)).toEqual([])
    expect((await readWishes(database.app.prisma, userId)).news).toBe(true)
    // What the person says later stands.
    await keepWishes(database.app.prisma, userId, { news: false })
    await tieCapture(database.owner.prisma, userId)
    expect((await readWishes(database.app.prisma, userId)).news).toBe(false)
  })

  test('gets none where the worker writes letters before it has tied the two', async () => {
    const { email } = await captured()
    const userId = await signUp(email)
    await sweep(2)
    expect(await subjectsTo(email)).toEqual([])
    expect((await readWishes(database.app.prisma, userId)).news).toBe(true)
  })

  test('asks for no newsletter by an address that was left without it', async () => {
    const { email } = await captured({ news: false })
    const userId = await signUp(email)
    await tieCapture(database.owner.prisma, userId)
    expect((await readWishes(database.app.prisma, userId)).news).toBe(false)
  })

  test('left after that is tied to it at once', async () => {
    const { id: userId, email } = await world.person()
    await captured({ email })
    await sweep(20)
    expect(await subjectsTo(email)).toEqual([])
    expect((await readWishes(database.app.prisma, userId)).news).toBe(true)
  })

  test('stands in what they export, and goes with the account', async () => {
    const { email } = await captured()
    const userId = await signUp(email)
    let exported = ''
    for await (const { name, text } of dataFiles(database.owner.prisma, userId))
      if (name === 'mail.json') exported = text
    expect(JSON.parse(exported)).toMatchObject({
      addressLeft: { email, wantsNews: true, consent: expect.stringContaining('newsletter') },
      addressAsked: [{ email }],
    })
    await database.owner.prisma.user.update({ where: { id: userId }, data: { deleteAfter: begun } })
    const { redis, storage } = world.browser()
    await deleteDueAccounts({ prisma: database.owner.prisma, redis, storage, sealer: world.sealer }, on(1))
    expect(await database.owner.prisma.capture.count({ where: { email } })).toBe(0)
    expect(await database.owner.prisma.captureRequest.count({ where: { email } })).toBe(0)
  })
})
