import { describe, expect, test } from 'vitest'
import { addTweet } from '#app/features/threads/add-tweet.ts'
import { changeTweet } from '#app/features/threads/change-tweet.ts'
import { newVisitor } from '#tests/factories/submissions.ts'
import { savedThread, withText, writeAgain } from '#tests/setup/revision-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { nameRevision } from './name-revision.ts'
import { readRevision } from './read-revision.ts'

const database = cloneTestDatabase()
type Thread = Awaited<ReturnType<typeof savedThread>>

const textsOf = async ({ stored }: Thread) => (await stored()).tweets.map(({ text }) => text)

describe('every change of a thread keeps what was there and what came of it', () => {
  test('what a writer wrote is the first, with its writer', async () => {
    const thread = await savedThread(database)
    expect(await thread.kept()).toMatchObject([
      {
        version: thread.version,
        kind: 'written',
        writer: 'builtin',
        model: null,
        texts: await textsOf(thread),
      },
    ])
  })

  const change = async (thread: Thread, changes: Parameters<typeof changeTweet>[3]) => {
    const { owner, threadId } = thread
    const { version, tweets } = await thread.stored()
    const at = { threadId, version, tweetId: tweets[0]?.id ?? '' }
    await changeTweet(database.app.prisma, owner, at, changes)
  }
  const changes: [string, (thread: Thread) => Promise<unknown>][] = [
    ['an edit', (thread) => change(thread, { text: 'Other words.' })],
    ['a lock', (thread) => change(thread, { isLocked: true })],
    ['the word that it is an opinion', (thread) => change(thread, { isOpinion: true })],
    [
      'a tweet of a passage',
      async ({ owner, threadId, version }) =>
        addTweet(database.app.prisma, owner, { threadId, version }, { start: 0, end: 60 }),
    ],
    [
      'a suggestion that is taken',
      async (thread) => {
        const { id } = await thread.asked({ kind: 'hook', tweetId: thread.tweetAt(1).id })
        await thread.take(id)
      },
    ],
    ['numbering', ({ save }) => save((now) => ({ ...now, numbering: !now.numbering }))],
    ['a save of all of it', ({ save }) => save((now) => ({ ...now, tweets: now.tweets.toReversed() }))],
  ]
  test.each(changes)('%s', async (_, make) => {
    const thread = await savedThread(database)
    const before = await thread.stored()
    // As one that was written when nothing was kept yet.
    await database.owner.prisma.revision.deleteMany({ where: { threadId: thread.threadId } })
    await make(thread)
    const [was, is, ...others] = await thread.kept()
    expect(others).toEqual([])
    expect(was).toMatchObject({ version: thread.version, kind: 'written', writer: null })
    expect(is).toMatchObject({ version: thread.version + 1, kind: 'edited' })
    const read = (version: number) =>
      readRevision(database.app.prisma, thread.owner, { threadId: thread.threadId, version })
    expect(await read(thread.version)).toMatchObject(before)
    expect(await read(thread.version + 1)).toMatchObject(await thread.stored())
    expect(await thread.stored()).not.toEqual(before)
  })

  test('and so does a thread that is written again over edits', async () => {
    const thread = await savedThread(database)
    await thread.save(withText('Edited by hand.'))
    await writeAgain(database, thread)
    expect((await thread.kept()).map(({ kind, texts }) => [kind, texts[0]])).toEqual([
      ['written', thread.tweetAt(1).text],
      ['edited', 'Edited by hand.'],
      ['written', thread.tweetAt(1).text],
    ])
  })
})

describe('edits in quick succession', () => {
  const rowsOf = async ({ listed }: Thread) =>
    (await listed()).rows.map(({ kind, saves, name }) => [kind, saves, ...(name ? [name] : [])])

  test('are one row of the history, which shows the last', async () => {
    const thread = await savedThread(database)
    for (const text of ['One.', 'Two.', 'Three.']) await thread.save(withText(text))
    expect(await rowsOf(thread)).toEqual([
      ['edited', 3],
      ['written', 1],
    ])
    const [last] = (await thread.listed()).rows
    expect(last).toMatchObject({ version: thread.version + 3, tweetCount: 3 })
  })

  test('are two rows after a pause of 5 minutes, and one up to that', async () => {
    const thread = await savedThread(database)
    await thread.save(withText('One.'))
    await thread.letPass('4 minutes 30 seconds')
    await thread.save(withText('Two.'))
    await thread.letPass('5 minutes 1 second')
    await thread.save(withText('Three.'))
    expect(await rowsOf(thread)).toEqual([
      ['edited', 1],
      ['edited', 2],
      ['written', 1],
    ])
  })

  test('are a new row after half an hour without a pause', async () => {
    const thread = await savedThread(database)
    for (let at = 0; at < 10; at += 1) {
      await thread.save(withText(`Number ${at}.`))
      await thread.letPass('4 minutes')
    }
    expect(await rowsOf(thread)).toEqual([
      ['edited', 2],
      ['edited', 8],
      ['written', 1],
    ])
  })

  test('begin anew after one that was named, and after another kind', async () => {
    const thread = await savedThread(database)
    const { owner, threadId } = thread
    await thread.save(withText('One.'))
    const { version } = await thread.save(withText('Two.'))
    await nameRevision(database.app.prisma, owner, { threadId, version }, '  Sent to   Ada ')
    await thread.save(withText('Three.'))
    await thread.restore(version)
    await thread.save(withText('Four.'))
    expect(await rowsOf(thread)).toEqual([
      ['edited', 1],
      ['restored', 1],
      ['edited', 1],
      ['edited', 2, 'Sent to Ada'],
      ['written', 1],
    ])
  })

  test('show one that was named in their midst by itself', async () => {
    const thread = await savedThread(database)
    const { owner, threadId } = thread
    const { version } = await thread.save(withText('One.'))
    await thread.save(withText('Two.'))
    await thread.save(withText('Three.'))
    await nameRevision(database.app.prisma, owner, { threadId, version }, 'The first try')
    expect(await rowsOf(thread)).toEqual([
      ['edited', 2],
      ['edited', 1, 'The first try'],
      ['written', 1],
    ])
  })
})

test('a history is paged from the newest on, and none is lost or shown twice', async () => {
  const thread = await savedThread(database)
  for (let at = 0; at < 6; at += 1) {
    await thread.save(withText(`Number ${at}.`))
    await thread.letPass('6 minutes')
  }
  const seen: number[] = []
  for (let before: number | undefined; ; ) {
    const { rows, next } = await thread.listed({ size: 3, ...(before !== undefined && { before }) })
    seen.push(...rows.map(({ version }) => version))
    if (next === null) break
    before = next
  }
  expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1].map((step) => thread.version - 1 + step))
})

test('a name is taken away by an empty one, is at most 80 characters, and is nobody else’s to give', async () => {
  const thread = await savedThread(database)
  const { owner, threadId, version } = thread
  const name = (written: string, as = owner, at = version) =>
    nameRevision(database.app.prisma, as, { threadId, version: at }, written)
  const given = async () => (await thread.listed()).rows[0]?.name
  await name('x'.repeat(80))
  expect(await given()).toHaveLength(80)
  await expect(name('x'.repeat(81))).rejects.toMatchObject({ code: 'name-too-long', field: 'name' })
  await expect(name('Mine', newVisitor())).rejects.toMatchObject({ code: 'revision-not-found', status: 404 })
  await expect(name('Mine', owner, 99)).rejects.toMatchObject({ code: 'revision-not-found' })
  expect(await given()).toHaveLength(80)
  await name('  ')
  expect(await given()).toBeNull()
})

test('a stranger sees nothing of a history, and it goes with its thread', async () => {
  const thread = await savedThread(database)
  const { threadId, version } = thread
  await expect(readRevision(database.app.prisma, newVisitor(), { threadId, version })).rejects.toMatchObject({
    code: 'revision-not-found',
  })
  await database.owner.prisma.thread.delete({ where: { id: threadId } })
  expect(await thread.kept()).toEqual([])
})
