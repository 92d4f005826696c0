import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { runGeneration } from '#app/features/generation/run-generation.ts'
import { deleteDueAccounts } from '#app/features/privacy/delete-due-accounts.ts'
import { requestExport } from '#app/features/privacy/request-export.ts'
import { sweepUnkept } from '#app/features/privacy/retention.ts'
import { runExport } from '#app/features/privacy/run-export.ts'
import { sweepExports } from '#app/features/privacy/sweep-exports.ts'
import { days } from '#app/platform/durations.ts'
import { pastedText, submitted } from '#tests/factories/submissions.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import {
  accountWorld,
  errorsOf,
  goodPassword,
  type TestBrowser,
  whereTo,
} from '#tests/setup/account-world.ts'
import { jobOf, runDependencies } from '#tests/setup/generation-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { loader as fileLoader } from './account.exports.$exportId.ts'
import { action, loader } from './account.privacy/route.tsx'

const database = cloneTestDatabase()
const world = accountWorld(database)
const owned = () => database.owner.prisma
const appUrl = 'https://threadr.example'
const origin = { ip: '192.0.2.7', userAgent: null }

const send = (browser: TestBrowser, form: Record<string, string>) =>
  browser.request(action, '/account/privacy', { form })
const shown = async (browser: TestBrowser) => (await browser.request(loader, '/account/privacy')).data

async function writes(owner: { userId: string }, text = bridgeArticle) {
  const made = await submitted(database.app.prisma, { owner, submission: pastedText(text) })
  await runGeneration(runDependencies(database), jobOf(made.generationId))
  return made
}

/** Does what the worker does with every export that was asked for. */
async function exportAll({ storage }: TestBrowser): Promise<void> {
  const waiting = await owned().dataExport.findMany({ where: { finishedAt: null } })
  for (const { id } of waiting)
    await runExport({ prisma: owned(), storage, sealer: world.sealer, appUrl }, id)
}

async function fileOf(browser: TestBrowser, exportId: string): Promise<Record<string, string>> {
  const answer = await browser.request(fileLoader, `/account/exports/${exportId}`, { params: { exportId } })
  expect(answer.headers.get('Content-Disposition')).toContain('attachment')
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

const connect = (userId: string, providerUserId: string) =>
  owned().connectedAccount.create({ data: { userId, provider: 'github', providerUserId } })

describe('an export', () => {
  test('holds all of one’s own, nothing of another’s and no secret, and is mailed', async () => {
    const person = await world.signedIn()
    const other = await world.signedIn()
    const { threadId } = await writes({ userId: person.id })
    await owned().revision.updateMany({ where: { threadId }, data: { name: 'As it came' } })
    const theirs = await writes({ userId: other.id }, bridgeArticle.replaceAll('Ada Holm', 'Bo Lind'))
    await connect(person.id, '583231')
    await owned().user.update({ where: { id: person.id }, data: { limitedAt: new Date() } })
    const entry = { userId: person.id, score: 50, reasons: ['Its address is of those thrown away.'] }
    await owned().riskEntry.create({ data: { ...entry, kind: 'disposable-address' } })
    await owned().riskEntry.create({ data: { ...entry, kind: 'kept', byId: other.id } })
    expect(whereTo(await send(person.browser, { intent: 'export' }))).toBe('/account/privacy?done=export')
    expect((await shown(person.browser)).exports).toMatchObject([{ bytes: null, until: null }])
    await exportAll(person.browser)

    const [made] = (await shown(person.browser)).exports
    const files = await fileOf(person.browser, made?.id ?? '')
    const all = Object.values(files).join('\n')
    const thread = JSON.parse(files[`threads/${threadId}.json`] ?? '{}')
    expect(thread.tweets.length).toBeGreaterThan(2)
    expect(files[`threads/${threadId}.md`]).toContain(thread.tweets[0].text)
    expect(JSON.parse(files[`threads/${threadId}.versions-1.json`] ?? '[]')).toMatchObject([
      { version: 1, kind: 'written', name: 'As it came', tweets: thread.tweets },
    ])
    expect(Object.keys(files).filter((name) => /^sources\/.*\/1\.txt$/.test(name))).toHaveLength(1)
    expect(files['account.json']).toContain(person.email)
    expect(JSON.parse(files['account.json'] ?? '{}').connectedAccounts).toMatchObject([
      { provider: 'github', providerUserId: '583231' },
    ])
    expect(JSON.parse(files['standing.json'] ?? '')).toMatchObject({
      limitedSince: expect.any(String),
      entries: [
        { kind: 'disposable-address', score: 50, reasons: [expect.stringContaining('thrown away')] },
        { kind: 'kept', score: 50 },
      ],
    })
    expect(all).not.toContain(other.id)
    expect(files['activity-own-1.json']).toContain('data.export-asked')
    expect(all).not.toContain(theirs.threadId)
    expect(all).not.toContain('Bo Lind')
    expect(all).not.toMatch(/argon2|passwordHash|tokenHash/)
    expect((await world.mailTo(person.email)).text).toContain('/account/privacy')
  })

  test('is made once, however often and at once it is asked for', async () => {
    const { id: userId } = await world.person()
    await Promise.all(Array.from({ length: 8 }, () => requestExport(database.app.prisma, { userId, origin })))
    expect(await owned().dataExport.count({ where: { userId } })).toBe(1)
  })

  test('is fetched by its owner alone, while its time lasts', async () => {
    const person = await world.signedIn()
    const other = await world.signedIn()
    await send(person.browser, { intent: 'export' })
    await exportAll(person.browser)
    const [made] = (await shown(person.browser)).exports
    const exportId = made?.id ?? ''
    const fetched = (browser: TestBrowser, id = exportId) =>
      browser.request(fileLoader, `/account/exports/${id}`, { params: { exportId: id } })
    await expect(fetched(other.browser)).rejects.toMatchObject({ status: 404 })
    await expect(fetched(world.browser())).rejects.toSatisfy((thrown) =>
      whereTo(thrown).startsWith('/sign-in'),
    )
    await expect(fetched(person.browser, '../secrets')).rejects.toMatchObject({ status: 404 })
    expect((await fetched(person.browser)).status).toBe(200)

    const { storage } = person.browser
    await sweepExports({ prisma: owned(), storage }, new Date(Date.now() + days(8)))
    await expect(fetched(person.browser)).rejects.toMatchObject({ status: 404 })
    expect(await storage.get(`exports/${exportId}.zip`)).toBeNull()
  })
})

describe('an account that is to be deleted', () => {
  test('needs its password, signs the other browsers out, and can be kept for seven days', async () => {
    const person = await world.signedIn()
    const elsewhere = world.browser()
    await world.signIn(elsewhere, person)
    expect(errorsOf(await send(person.browser, { intent: 'end', password: 'not this one' }))).toHaveProperty(
      'password',
    )
    expect((await shown(person.browser)).deleteAfter).toBeNull()

    expect(whereTo(await send(person.browser, { intent: 'end', password: goodPassword }))).toBe(
      '/account/privacy?done=ending',
    )
    const { deleteAfter } = await shown(person.browser)
    expect(Date.parse(deleteAfter ?? '') - Date.now()).toBeGreaterThan(days(6.9))
    await expect(shown(elsewhere)).rejects.toSatisfy((thrown) => whereTo(thrown).startsWith('/sign-in'))
    expect((await world.mailTo(person.email)).text).toContain('/account/privacy')

    const { redis, storage } = person.browser
    const sweep = (now: Date) =>
      deleteDueAccounts({ prisma: owned(), redis, storage, sealer: world.sealer }, now)
    await sweep(new Date(Date.now() + days(6)))
    expect((await shown(person.browser)).deleteAfter).toBe(deleteAfter)
    await send(person.browser, { intent: 'stay' })
    await sweep(new Date(Date.now() + days(8)))
    expect((await shown(person.browser)).deleteAfter).toBeNull()
  })

  test('is gone after that with all that was its own, and nobody else’s', async () => {
    const person = await world.signedIn()
    const other = await world.person()
    const { threadId } = await writes({ userId: person.id })
    const theirs = await writes({ userId: other.id })
    await connect(person.id, '583232')
    await connect(other.id, '583233')
    await send(person.browser, { intent: 'export' })
    await exportAll(person.browser)
    await send(person.browser, { intent: 'end', password: goodPassword })

    const { redis, storage } = person.browser
    const dependencies = { prisma: owned(), redis, storage, sealer: world.sealer }
    const later = new Date(Date.now() + days(8))
    const counts = await Promise.all([1, 2, 3].map(() => deleteDueAccounts(dependencies, later)))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1)
    const left = await owned().connectedAccount.findMany({ where: { userId: { in: [person.id, other.id] } } })
    expect(left).toMatchObject([{ providerUserId: '583233' }])

    await expect(shown(person.browser)).rejects.toSatisfy((thrown) => whereTo(thrown).startsWith('/sign-in'))
    expect(await rowsOf(person.id)).toEqual({})
    expect(await owned().revision.count({ where: { threadId } })).toBe(0)
    expect(await storage.listOlderThan('exports', later, 100)).toEqual([])
    expect(await owned().thread.count({ where: { id: theirs.threadId } })).toBe(1)
    const trail = await owned().auditEvent.findMany({ where: { subjectKind: 'user', subjectId: person.id } })
    expect(trail.map((event) => event.action)).toContain('account.deleted')
    const mails = await world.mailsTo(person.email)
    expect(mails.map(({ subject }) => subject)).toEqual(['Your Threadr account is deleted'])
  })
})

/** How many rows of each table name a person, of those with a column for one. */
async function rowsOf(userId: string): Promise<Record<string, number>> {
  const { pool } = database.owner
  const { rows: tables } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'user_id'`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const { rows } = await pool.query<{ count: number }>(
      `select count(*)::int as count from "${name}" where user_id = $1`,
      [userId],
    )
    if (rows[0]?.count) counts[name] = rows[0].count
  }
  return counts
}

describe('how long threads are kept', () => {
  test('is chosen among a few, and anything else is refused', async () => {
    const { browser } = await world.signedIn()
    await send(browser, { intent: 'keep', keepDays: '30' })
    expect((await shown(browser)).keepDays).toBe(30)
    for (const keepDays of ['7', '-1', '', 'NaN'])
      expect(errorsOf(await send(browser, { intent: 'keep', keepDays }))).toHaveProperty('keepDays')
    await send(browser, { intent: 'keep', keepDays: 'always' })
    expect((await shown(browser)).keepDays).toBeNull()
  })

  test('holds for one’s own threads alone, from their last change on, and for none that is being written', async () => {
    const [{ id: userId }, other] = [await world.person(), await world.person()]
    const old = await writes({ userId })
    const fresh = await writes({ userId }, bridgeArticle.replaceAll('Ada Holm', 'Bo Lind'))
    const busy = await submitted(database.app.prisma, {
      owner: { userId },
      submission: pastedText(bridgeArticle.replaceAll('Ada Holm', 'Cy Marsh')),
    })
    const theirs = await writes({ userId: other.id })
    await owned().user.update({ where: { id: userId }, data: { keepDays: 30 } })
    await database.owner.pool.query(
      `update threads set updated_at = now() - interval '31 days' where id = any($1::uuid[])`,
      [[old.threadId, busy.threadId, theirs.threadId]],
    )
    await database.owner.pool.query(`update sources set created_at = now() - interval '31 days'`)
    expect(await sweepUnkept(database.owner.pool)).toBe(1)
    const left = await owned().thread.findMany({
      where: { id: { in: [old, fresh, busy, theirs].map(({ threadId }) => threadId) } },
    })
    expect(left.map(({ id }) => id).toSorted()).toEqual(
      [fresh, busy, theirs].map(({ threadId }) => threadId).toSorted(),
    )
    expect(await owned().source.count({ where: { userId } })).toBe(2)
  })
})
