import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { writeIssue } from '#app/features/newsletter/write-issue.ts'
import { accountWorld, errorsOf, type TestBrowser, whereTo } from '#tests/setup/account-world.ts'
import { mailWorld } from '#tests/setup/mail-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { loader as listLoader } from './admin.newsletter._index/route.tsx'
import { action, loader } from './admin.newsletter.$issueId/route.tsx'
import { action as stopAction } from './mail/route.tsx'

const database = cloneTestDatabase()
const world = accountWorld(database)
const { worker } = mailWorld(database)
type Person = Awaited<ReturnType<typeof world.signedIn>>
let admin: Person
let support: Person
beforeAll(async () => {
  admin = await world.signedIn({ role: 'admin' })
  support = await world.signedIn({ role: 'support' })
})
beforeEach(async () => {
  const { prisma } = database.owner
  await prisma.mail.deleteMany({})
  await prisma.capture.deleteMany({})
  await prisma.mailWish.deleteMany({})
  await prisma.newsletterIssue.deleteMany({})
})

const words = {
  subject: 'Three openings that work',
  preview: 'And one that never does',
  text: 'The first tweet decides.\n\nIt says\nwhat the reader gets.',
  actionLabel: 'Try it',
  actionUrl: 'https://threadr.example/',
}
const at = (issueId: string) => ({ params: { issueId } })
const pathOf = (issueId: string) => `/admin/newsletter/${issueId}`
const send = (browser: TestBrowser, issueId: string, form: Record<string, string>) =>
  browser.request(action, pathOf(issueId), { form, ...at(issueId) })
const look = async (browser: TestBrowser, issueId: string) =>
  (await browser.request(loader, pathOf(issueId), at(issueId))).data

async function draft(): Promise<string> {
  const issueId = randomUUID()
  await send(admin.browser, issueId, { intent: 'save', version: '0', ...words })
  return issueId
}
async function sentOff(): Promise<string> {
  const issueId = await draft()
  await send(admin.browser, issueId, { intent: 'send', version: '1' })
  return issueId
}
const { sealer } = world
const job = (perSecond: number | null = null) =>
  writeIssue({ prisma: database.owner.prisma, sealer, appUrl: 'https://threadr.example', perSecond })

async function wantsNews(person: { id: string }, isWanted = true) {
  await database.owner.prisma.mailWish.create({ data: { userId: person.id, kind: 'news', isWanted } })
  return person
}
const left = (email: string, given: { wantsNews?: boolean } = {}) =>
  database.owner.prisma.capture.create({
    data: { email, consent: 'Yes', consentVersion: 1, consentAt: new Date(), wantsNews: true, ...given },
  })
const written = async () =>
  (await database.owner.prisma.mail.findMany({ orderBy: { to: 'asc' } })).map(({ to }) => to)
const textTo = async (email: string) => (await world.mailTo(email)).text
const stateOf = async (id: string) =>
  (await database.owner.prisma.newsletterIssue.findUniqueOrThrow({ where: { id } })).state

describe('writing an issue', () => {
  test('is for admins: support may look, everybody else finds nothing there', async () => {
    const issueId = await draft()
    const user = await world.signedIn()
    await expect(look(user.browser, issueId)).rejects.toMatchObject({ status: 404 })
    expect(await look(support.browser, issueId)).toMatchObject({ mayWrite: false })
    await expect(look(support.browser, randomUUID())).rejects.toMatchObject({ status: 404 })
    for (const intent of ['save', 'copy', 'send', 'stop', 'delete'])
      await expect(send(support.browser, issueId, { intent, version: '1', ...words })).rejects.toMatchObject({
        status: 403,
      })
    expect(await stateOf(issueId)).toBe('draft')
  })

  test('keeps what was typed, shows how it looks, and is there once however often it is sent', async () => {
    const issueId = randomUUID()
    const form = { intent: 'save', version: '0', ...words }
    const answers = await Promise.all([1, 2, 3].map(() => send(admin.browser, issueId, form)))
    expect(new Set(answers.map(whereTo))).toEqual(new Set([`${pathOf(issueId)}?done=save`]))
    const { issue, look: html } = await look(admin.browser, issueId)
    expect(issue).toMatchObject({ ...words, state: 'draft' })
    expect(html).toContain('It says what the reader gets.')
    const list = await admin.browser.request(listLoader, '/admin/newsletter')
    expect(list.data.issues).toMatchObject([{ id: issueId, subject: words.subject, state: 'draft' }])
  })

  test('says at its field what is wrong, and loses nothing of it', async () => {
    const issueId = randomUUID()
    const answer = await send(admin.browser, issueId, {
      intent: 'save',
      version: '0',
      subject: ' ',
      preview: 'p'.repeat(141),
      text: '',
      actionLabel: 'Try it',
      actionUrl: 'javascript:alert(1)',
    })
    expect(errorsOf(answer)).toEqual({
      subject: 'Give it a subject.',
      preview: 'What stands beside the subject may have 140 characters.',
      text: 'Write what it says.',
      actionUrl: 'Give a whole address, https://…',
    })
    const long = 'Long. '.repeat(1_700)
    const tooLong = await send(admin.browser, issueId, { intent: 'save', version: '0', ...words, text: long })
    expect(tooLong).toMatchObject({
      data: { values: { text: long }, errors: { text: 'A text may have 10,000 characters.' } },
    })
    const noPlace = await send(admin.browser, issueId, {
      intent: 'save',
      version: '0',
      ...words,
      actionUrl: '',
    })
    expect(errorsOf(noPlace)).toEqual({ actionUrl: 'Say where the button leads.' })
  })

  test('a change made over somebody else’s is refused, with what was typed', async () => {
    const issueId = await draft()
    await send(admin.browser, issueId, { intent: 'save', version: '1', ...words, text: 'Theirs' })
    const late = await send(admin.browser, issueId, { intent: 'save', version: '1', ...words, text: 'Mine' })
    expect(late).toMatchObject({ init: { status: 409 }, data: { values: { text: 'Mine' } } })
    expect((await look(admin.browser, issueId)).issue?.text).toBe('Theirs')
  })

  test('a subject is one line, whatever is typed', async () => {
    const issueId = randomUUID()
    const subject = 'Hello\r\nBcc: everybody@example.com'
    await send(admin.browser, issueId, { intent: 'save', version: '0', ...words, subject })
    expect((await look(admin.browser, issueId)).issue?.subject).toBe('Hello Bcc: everybody@example.com')
  })

  test('a copy goes to its writer alone, once a version', async () => {
    await wantsNews(await world.person())
    const issueId = await draft()
    for (const _ of [1, 2]) await send(admin.browser, issueId, { intent: 'copy', version: '1' })
    expect(await written()).toEqual([admin.email])
    await send(admin.browser, issueId, { intent: 'save', version: '1', ...words, text: 'Better' })
    await send(admin.browser, issueId, { intent: 'copy', version: '2' })
    expect(await written()).toEqual([admin.email, admin.email])
  })

  test('a draft is deleted, what was sent is not', async () => {
    const issueId = await draft()
    await send(admin.browser, issueId, { intent: 'delete', version: '1' })
    expect(await database.owner.prisma.newsletterIssue.count()).toBe(0)
    await wantsNews(await world.person())
    const sent = await sentOff()
    const answer = await send(admin.browser, sent, { intent: 'delete', version: '2' })
    expect(answer).toMatchObject({ init: { status: 409 } })
    expect(await stateOf(sent)).toBe('sending')
  })
})

describe('sending an issue', () => {
  test('goes to who asked for news and may be written to, each once', async () => {
    const wanted = await wantsNews(await world.person())
    const other = await world.person()
    const [suspended, going, both] = [await world.person(), await world.person(), await world.person()]
    await wantsNews(other, false)
    for (const each of [suspended, going, both]) await wantsNews(each)
    const { prisma } = database.owner
    await prisma.user.update({ where: { id: suspended.id }, data: { disabledAt: new Date() } })
    await prisma.user.update({ where: { id: going.id }, data: { deleteAfter: new Date() } })
    await left('ada@example.org')
    await left('extra-threads-only@example.org', { wantsNews: false })
    await left(both.email)
    const issueId = await sentOff()
    expect(await written()).toEqual([])
    expect(await Promise.all([job(), job(), job()])).toContain(3)
    expect(await job()).toBe(0)
    const people = [wanted, both].map((person) => ('email' in person ? person.email : ''))
    expect(await written()).toEqual(['ada@example.org', ...people].sort())
    expect(await stateOf(issueId)).toBe('sent')
    expect((await look(admin.browser, issueId)).issue?.written).toBe(3)
    const events = await prisma.auditEvent.findMany({ where: { subjectId: issueId } })
    expect(events).toMatchObject([{ action: 'newsletter.sent', actorId: admin.id, data: { addressees: 3 } }])
  })

  test('nobody sends it twice, nor as it stood before', async () => {
    await wantsNews(await world.person())
    const issueId = await draft()
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => send(admin.browser, issueId, { intent: 'send', version: '1' })),
    )
    expect(answers.filter((answer) => answer instanceof Response)).toHaveLength(1)
    await job()
    await job()
    expect(await written()).toHaveLength(1)
    const other = await draft()
    await send(admin.browser, other, { intent: 'save', version: '1', ...words, text: 'Another text' })
    const stale = await send(admin.browser, other, { intent: 'send', version: '1' })
    expect(errorsOf(stale).form).toMatch(/^Somebody else has changed this issue\./)
  })

  test('is refused where nobody asked for news', async () => {
    const issueId = await draft()
    const answer = await send(admin.browser, issueId, { intent: 'send', version: '1' })
    expect(errorsOf(answer).form).toMatch(/^Nobody has asked for news yet/)
  })

  test('goes no faster than messages go out, so that who stops it meanwhile gets none, and so does nobody after a stop', async () => {
    const emails = Array.from({ length: 230 }, (_, at) => `reader${at}@example.org`)
    await Promise.all(emails.map((email) => left(email)))
    const issueId = await sentOff()
    expect(await job(1)).toBe(100)
    expect(await job(1)).toBe(0)
    const first = await written()
    const late = emails.filter((email) => !first.includes(email))
    const [quitter] = late
    if (!quitter) throw new Error('all were written to at once')
    await database.owner.prisma.capture.update({ where: { email: quitter }, data: { wantsNews: false } })
    await database.owner.prisma.mail.updateMany({ data: { state: 'sent', sentAt: new Date() } })
    expect(await job(1)).toBe(100)
    expect(await written()).not.toContain(quitter)
    await send(admin.browser, issueId, { intent: 'stop', version: '2' })
    expect(await written()).toEqual(first)
    expect(await job(1)).toBe(0)
    expect((await look(admin.browser, issueId)).issue).toMatchObject({ state: 'stopped', written: 100 })
    expect((await look(admin.browser, issueId)).outcome).toMatchObject({ sent: 100, waiting: 0 })
  })

  test('a message that was taken back is not sent, and the job that waits for it ends well', async () => {
    await left('ada@example.org')
    const issueId = await sentOff()
    await job()
    const mail = await database.owner.prisma.mail.findFirstOrThrow()
    await send(admin.browser, issueId, { intent: 'stop', version: '2' })
    expect(await written()).toEqual([])
    await expect(worker(null)(mail.id)).resolves.toBeUndefined()
  })

  test('each message stops the newsletter by its own link, without signing in', async () => {
    await left('ada@example.org')
    await sentOff()
    await job()
    const link = /https:\/\/threadr\.example(\/mail\?\S+)/.exec(await textTo('ada@example.org'))?.[1]
    if (link === undefined) throw new Error('no link to stop it')
    await world.browser().request(stopAction, link, { form: { 'List-Unsubscribe': 'One-Click' } })
    expect((await database.owner.prisma.capture.findFirstOrThrow()).wantsNews).toBe(false)
    const answer = await send(admin.browser, await draft(), { intent: 'send', version: '1' })
    expect(errorsOf(answer).form).toMatch(/^Nobody/)
  })
})
