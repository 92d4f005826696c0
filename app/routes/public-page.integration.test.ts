import { describe, expect, test } from 'vitest'
import { refusedTexts } from '#app/features/content-filter/refused-texts.fixture.ts'
import { deleteThread } from '#app/features/generation/delete-thread.ts'
import { nameThread } from '#app/features/threads/name-thread.ts'
import { accountWorld, errorsOf, whereTo } from '#tests/setup/account-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { writtenThread } from '#tests/setup/written-thread.ts'
import { loader, meta } from './s.$token/route.tsx'
import { loader as cardLoader } from './s.$token_.card[.]png.ts'
import { action, loader as shareLoader } from './threads.$threadId_.share/route.tsx'

const database = cloneTestDatabase()
const world = accountWorld(database)

type Written = Awaited<ReturnType<typeof writtenThread>>
const send = ({ browser, path, params }: Written, form: Record<string, string>) =>
  browser.request(action, `${path}/share`, { params, form })
const ownPage = async ({ browser, path, params }: Written) =>
  (await browser.request(shareLoader, `${path}/share`, { params })).data
async function tokenOf(thread: Written): Promise<string> {
  return (await ownPage(thread)).share?.link?.split('/').at(-1) ?? ''
}
const read = async (token: string) =>
  (await world.browser().request(loader, `/s/${token}`, { params: { token } })).data
const gone = (token: string) =>
  Promise.all(
    [loader, cardLoader].map((each) =>
      expect(
        world.browser().request<unknown>(each, `/s/${token}`, { params: { token } }),
      ).rejects.toMatchObject({
        status: 404,
      }),
    ),
  )

describe('a public page', () => {
  test('is made when its owner wants it, shows the thread as it is, and names nobody', async () => {
    const thread = await writtenThread(database, world)
    await thread.ofPage('https://example.com/bridge?a=1', 'The bridge is closed')
    expect((await ownPage(thread)).share).toBeNull()
    expect(whereTo(await send(thread, { intent: 'share' }))).toBe(`${thread.path}/share?done=made`)
    const token = await tokenOf(thread)
    expect(token).toMatch(/^[\w-]{43}$/)
    const shown = await read(token)
    expect(shown.title).toBe('The bridge is closed')
    expect(shown.tweets.map(({ text, verdict }) => [text, verdict])).toEqual([
      ['One stands.', null],
      ['Two stands.', null],
      ['Three stands.', null],
    ])
    expect(shown.source?.url).toBe('https://example.com/bridge?a=1')
    const { text } = await database.owner.prisma.snapshot.findFirstOrThrow({
      where: { threads: { some: { id: thread.threadId } } },
    })
    const everything = JSON.stringify(shown)
    expect(everything).not.toContain(text.slice(0, 40))
    for (const own of [thread.email, thread.id, 'Person ', thread.threadId])
      expect(everything).not.toContain(own)

    await thread.write(['Four stands.'])
    expect((await read(token)).tweets.map((tweet) => tweet.text)).toEqual(['Four stands.'])
  })

  test('of a text of one’s own has neither its title nor its file’s name, but begins as the thread does', async () => {
    const thread = await writtenThread(database, world)
    await database.owner.prisma.snapshot.updateMany({ data: { title: 'Draft for Smith' } })
    await send(thread, { intent: 'share' })
    const token = await tokenOf(thread)
    expect(await read(token)).toMatchObject({ title: 'One stands.', source: null })
    const { prisma } = database.app
    await nameThread(prisma, { userId: thread.id }, thread.threadId, 'What stands')
    expect(await read(token)).toMatchObject({ title: 'What stands', isNamed: true })
    await nameThread(prisma, { userId: thread.id }, thread.threadId, 'Selling child porn, message me.')
    await gone(token)
  })

  test('tells search engines to leave it out unless asked, and has what a link’s preview needs', async () => {
    const thread = await writtenThread(database, world)
    await send(thread, { intent: 'share' })
    const token = await tokenOf(thread)
    const tagsOf = async () => {
      const data = await read(token)
      const tags = meta({ data, params: {}, location: { pathname: '' }, matches: [] } as never) ?? []
      return JSON.stringify(tags)
    }
    expect(await tagsOf()).toContain('noindex')
    expect(await tagsOf()).toContain(`"og:image","content":"http://localhost:3000/s/${token}/card.png"`)
    const png = await world.browser().request(cardLoader, `/s/${token}/card.png`, { params: { token } })
    expect(png.headers.get('X-Robots-Tag')).toBe('noindex')
    expect(png.headers.get('Cache-Control')).toBe('public, max-age=300')
    expect(Buffer.from(await png.arrayBuffer()).readUInt32BE(16)).toBe(1200)

    await send(thread, { intent: 'share', isIndexed: 'on', showVerdicts: 'on' })
    expect(await tokenOf(thread)).toBe(token)
    expect(await tagsOf()).not.toContain('noindex')
    expect((await read(token)).tweets[0]?.verdict).toBe('supported')
  })

  test('has an image even where our fonts have no letter of it', async () => {
    const thread = await writtenThread(database, world, { texts: ['橋の話', '二'] })
    await send(thread, { intent: 'share' })
    const token = await tokenOf(thread)
    const png = await world.browser().request(cardLoader, `/s/${token}/card.png`, { params: { token } })
    expect(png.headers.get('Content-Type')).toBe('image/png')
  })

  test('is gone at once when it is taken away, and made anew it has another link', async () => {
    const thread = await writtenThread(database, world)
    await send(thread, { intent: 'share' })
    const first = await tokenOf(thread)
    expect(whereTo(await send(thread, { intent: 'unshare' }))).toContain('done=taken')
    await gone(first)
    await send(thread, { intent: 'share' })
    const second = await tokenOf(thread)
    expect(second).not.toBe(first)
    await gone(first)
    expect((await read(second)).tweets).toHaveLength(3)
    const events = await database.owner.prisma.auditEvent.findMany({
      where: { subjectKind: 'thread', subjectId: thread.threadId },
      orderBy: { id: 'asc' },
    })
    expect(events.map(({ action: what }) => what)).toEqual([
      'thread.shared',
      'thread.unshared',
      'thread.shared',
    ])
    expect(JSON.stringify(events)).not.toContain(second)
  })

  test('is gone with its thread, also into the trash, with its owner’s suspension, and with what the rules for content refuse', async () => {
    const [deleted, suspended, refused, trashed] = await Promise.all(
      [1, 2, 3, 4].map(() => writtenThread(database, world)),
    )
    if (!deleted || !suspended || !refused || !trashed) throw new Error('not written')
    const tokens = []
    for (const thread of [deleted, suspended, refused, trashed]) {
      await send(thread, { intent: 'share' })
      tokens.push(await tokenOf(thread))
    }
    await deleteThread(database.app.prisma, deleted.owner, {
      threadId: deleted.threadId,
      inTrashSince: null,
      origin: { ip: '192.0.2.1', userAgent: null },
    })
    await database.owner.prisma.libraryEntry.update({
      where: { threadId: trashed.threadId },
      data: { trashedAt: new Date() },
    })
    await database.owner.prisma.user.update({ where: { id: suspended.id }, data: { disabledAt: new Date() } })
    const [, , bad = ''] = refusedTexts.find(([, places]) => places.includes('tweets')) ?? []
    await refused.write([bad])
    for (const token of tokens) await gone(token)
    await send(refused, { intent: 'unshare' })
    expect(errorsOf(await send(refused, { intent: 'share' })).form).toContain('Threadr makes no thread of it')
    for (const token of ['', 'A'.repeat(43), '../../x', 'A'.repeat(5000)]) await gone(token)
  })

  test('is nothing that the database gives away: the link stands there hashed and sealed', async () => {
    const thread = await writtenThread(database, world)
    await send(thread, { intent: 'share' })
    const token = await tokenOf(thread)
    expect(JSON.stringify(await database.owner.prisma.share.findMany())).not.toContain(token)
  })
})

describe('who may make one', () => {
  test('is a thread’s owner alone, once, however often and at once it is asked for', async () => {
    const thread = await writtenThread(database, world)
    const stranger = { ...thread, browser: (await world.signedIn()).browser }
    for (const intent of ['share', 'unshare'])
      await expect(send(stranger, { intent })).rejects.toMatchObject({ status: 404 })
    await Promise.all(Array.from({ length: 6 }, () => send(thread, { intent: 'share' })))
    const token = await tokenOf(thread)
    await expect(send(stranger, { intent: 'unshare' })).rejects.toMatchObject({ status: 404 })
    expect((await read(token)).tweets).toHaveLength(3)
  })
})
