import { describe, expect, test } from 'vitest'
import { dataFiles } from '#app/features/privacy/data-files.ts'
import { accountWorld, errorsOf, whereTo } from '#tests/setup/account-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { writtenThread } from '#tests/setup/written-thread.ts'
import { action, loader } from './threads.$threadId_.post/route.tsx'

const database = cloneTestDatabase()
const world = accountWorld(database)

async function desk(given: { texts?: string[] } = {}) {
  const thread = await writtenThread(database, world, given)
  const { browser, path, params } = thread
  const shown = async () => (await browser.request(loader, `${path}/post`, { params })).data.posting
  const send = (form: Record<string, string>, as = browser) =>
    as.request(action, `${path}/post`, { params, form })
  const posting = async () => {
    const found = await shown()
    if (!found) throw new Error('nothing was begun')
    return found
  }
  const here = async () => {
    const { publicationId, current } = await posting()
    return { publicationId, position: String(current?.position ?? 0) }
  }
  const posted = async (id: number) =>
    send({ intent: 'posted', ...(await here()), address: `https://x.com/ada/status/${id}?s=20` })
  return { ...thread, shown, send, posting, here, posted }
}
const states = ({ parts }: { parts: { state: string }[] }) => parts.map(({ state }) => state).join(' ')

describe('posting on X by hand', () => {
  test('goes tweet by tweet, each a reply to the one that was posted before, and is remembered', async () => {
    const { send, posting, posted, path, shown } = await desk()
    expect(await shown()).toBeNull()
    expect(whereTo(await send({ intent: 'start' }))).toBe(`${path}/post`)
    const first = (await posting()).current
    expect(first).toMatchObject({ position: 1, repliesTo: null })
    expect(new URL(first?.link ?? '').searchParams.get('text')).toBe('One stands.')
    await posted(101)
    const second = (await posting()).current
    expect(second?.repliesTo).toBe('https://x.com/ada/status/101')
    expect(new URL(second?.link ?? '').searchParams.get('in_reply_to')).toBe('101')
    await posted(102)
    await posted(103)
    const done = await posting()
    expect([states(done), done.current]).toEqual(['posted posted posted', null])
    expect(done.parts.map(({ remoteId }) => remoteId)).toEqual(['101', '102', '103'])
    const row = await database.owner.prisma.publication.findUniqueOrThrow({
      where: { id: done.publicationId },
    })
    expect(row).toMatchObject({ network: 'x', way: 'by-hand', state: 'done', finishedAt: expect.any(Date) })
  })

  test('lets a tweet be left out: the next one replies to the last that was posted', async () => {
    const { send, posting, posted, here } = await desk()
    await send({ intent: 'start' })
    await posted(101)
    await send({ intent: 'skip', ...(await here()) })
    const { current, parts } = await posting()
    expect(states({ parts })).toBe('posted skipped waiting')
    expect(new URL(current?.link ?? '').searchParams.get('in_reply_to')).toBe('101')
  })

  test('takes a step back, a skip as a post, from the end too', async () => {
    const { send, posting, posted, here } = await desk()
    await send({ intent: 'start' })
    await posted(101)
    await posted(102)
    await send({ intent: 'skip', ...(await here()) })
    const back = async () => {
      const { publicationId, lastSettled } = await posting()
      return send({ intent: 'undo', publicationId, position: String(lastSettled) })
    }
    await back()
    await back()
    const at = await posting()
    expect(states(at)).toBe('posted waiting waiting')
    expect(at.current?.position).toBe(2)
    await posted(102)
    expect(states(await posting())).toBe('posted posted waiting')
  })

  test('keeps the text as it was when it began, says that the thread was edited, and starts over with the new one', async () => {
    const { send, posting, posted, write } = await desk()
    await send({ intent: 'start' })
    await posted(101)
    expect((await posting()).edited).toBe(false)
    await write(['One fell.', 'Two fell.'])
    const kept = await posting()
    expect(kept.edited).toBe(true)
    expect(kept.current?.text).toBe('Two stands.')
    await send({ intent: 'start-over' })
    const anew = await posting()
    expect(anew.parts.map(({ text }) => text)).toEqual(['One fell.', 'Two fell.'])
    expect([anew.edited, states(anew)]).toEqual([false, 'waiting waiting'])
    const before = await database.owner.prisma.publication.findUniqueOrThrow({
      where: { id: kept.publicationId },
    })
    expect(before.state).toBe('dropped')
  })

  test('takes no other address than of a post on X, and none twice, and says what to paste', async () => {
    const { send, here, posted, posting } = await desk()
    await send({ intent: 'start' })
    const wrong = await send({
      intent: 'posted',
      ...(await here()),
      address: 'https://evil.example/ada/status/1',
    })
    expect(errorsOf(wrong).address).toMatch(/^Paste the address of the post on X/)
    await posted(101)
    expect(errorsOf(await posted(101)).address).toContain('the address of tweet 1')
    expect(states(await posting())).toBe('posted waiting waiting')
  })

  test('takes a step once, however many tabs send it, and tells the others how it stands', async () => {
    const { send, here, posting, threadId } = await desk()
    await Promise.all(Array.from({ length: 5 }, () => send({ intent: 'start' })))
    expect(await database.owner.prisma.publication.count({ where: { threadId } })).toBe(1)
    const at = await here()
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, tab) =>
        send({ intent: 'posted', ...at, address: `https://x.com/ada/status/${tab + 1}` }),
      ),
    )
    const taken = answers.filter((answer) => answer instanceof Response)
    expect(taken).toHaveLength(1)
    expect(errorsOf(answers.find((answer) => !(answer instanceof Response))).form).toMatch(/done elsewhere/)
    expect(states(await posting())).toBe('posted waiting waiting')
  })

  test('begins nothing that X would not take', async () => {
    const { send, shown } = await desk({ texts: ['Fine.', 'long '.repeat(60)] })
    expect(errorsOf(await send({ intent: 'start' })).form).toBe(
      'Tweet 2 is longer than X takes: shorten it first.',
    )
    expect(await shown()).toBeNull()
  })

  test('is nobody else’s, is part of an export, and goes with the thread', async () => {
    const { send, here, posted, threadId, id } = await desk()
    await send({ intent: 'start' })
    await posted(101)
    const stranger = (await world.signedIn()).browser
    const step = { intent: 'skip', ...(await here()) }
    await expect(send(step, stranger)).rejects.toMatchObject({ status: 404 })
    let exported = ''
    for await (const { text } of dataFiles(database.owner.prisma, id)) exported += text
    expect(exported).toContain('https://x.com/ada/status/101')
    await database.owner.prisma.user.delete({ where: { id } })
    expect(await database.owner.prisma.publication.count({ where: { threadId } })).toBe(0)
  })
})
