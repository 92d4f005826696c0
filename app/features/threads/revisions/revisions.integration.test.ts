import { describe, expect, test } from 'vitest'
import { retryGeneration } from '#app/features/generation/retry-generation.ts'
import { runGeneration } from '#app/features/generation/run-generation.ts'
import { addTweet } from '#app/features/threads/add-tweet.ts'
import { changeTweet } from '#app/features/threads/change-tweet.ts'
import { newVisitor } from '#tests/factories/submissions.ts'
import { jobOf, runDependencies } from '#tests/setup/generation-world.ts'
import { savedThread, withText } from '#tests/setup/revision-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { nameRevision } from './name-revision.ts'
import { readRevision } from './read-revision.ts'

const database = cloneTestDatabase()
type Thread = Awaited<ReturnType<typeof savedThread>>

const textsOf = async ({ stored }: Thread) => (await stored()).tweets.map(({ text }) => text)

async function writeAgain({ owner, threadId }: Thread) {
  await retryGeneration(database.app.prisma, owner, threadId, { over: true })
  const { id } = await database.owner.prisma.generation.findFirstOrThrow({
    where: { threadId, status: 'queued' },
  })
  await runGeneration(runDependencies(database), jobOf(id))
}

/** Makes another text what the thread's tweets refer to from now on. */
async function withOtherText({ threadId }: Thread, change: (text: string) => string) {
  const { prisma } = database.owner
  const { snapshot } = await prisma.thread.findUniqueOrThrow({
    where: { id: threadId },
    include: { snapshot: true },
  })
  if (!snapshot) throw new Error('a ready thread has a text')
  const { id: _id, blocks, ...rest } = snapshot
  const made = await prisma.snapshot.create({
    data: {
      ...rest,
      blocks: blocks ?? [],
      number: 2,
      reason: 'corrected',
      text: change(snapshot.text),
    },
  })
  await prisma.thread.update({ where: { id: threadId }, data: { snapshotId: made.id } })
}

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
    await writeAgain(thread)
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

describe('a version that is put back', () => {
  test('is a new one; what stood in between stays, and can be put back too', async () => {
    const thread = await savedThread(database)
    await thread.save(withText('Between.'))
    await thread.save((now) => ({ numbering: true, tweets: now.tweets.slice(0, 2) }))
    const restored = await thread.restore(thread.version)
    expect(restored).toMatchObject({ version: thread.version + 3, numbering: false })
    expect(restored.tweets.map(({ id }) => id)).toEqual([1, 2, 3].map((at) => thread.tweetAt(at).id))
    expect(await thread.stored()).toEqual(restored)
    expect((await thread.listed()).rows[0]).toMatchObject({
      kind: 'restored',
      restoredFrom: { name: null, createdAt: expect.stringMatching(/^20/) },
    })
    await thread.restore(thread.version + 1)
    expect((await textsOf(thread))[0]).toBe('Between.')
  })

  test('makes none where the thread stands like that already', async () => {
    const thread = await savedThread(database)
    expect((await thread.restore(thread.version)).version).toBe(thread.version)
    expect(await thread.kept()).toHaveLength(1)
  })

  test('brings locks back as they were, also over what is locked now', async () => {
    const thread = await savedThread(database)
    const lock = (isLocked: boolean) =>
      thread.save((now) => ({ ...now, tweets: now.tweets.map((tweet) => ({ ...tweet, isLocked })) }))
    const open = await thread.save(withText('While it was open.'))
    const locked = await lock(true)
    await lock(false)
    await thread.save(withText('Other words.'))
    await lock(true)
    expect((await thread.restore(open.version)).tweets[0]).toMatchObject({
      text: 'While it was open.',
      isLocked: false,
    })
    expect((await thread.restore(locked.version)).tweets[0]).toMatchObject({ isLocked: true })
  })

  test('from before the thread was written again comes back whole', async () => {
    const thread = await savedThread(database)
    await thread.save(withText('By hand.'))
    await writeAgain(thread)
    const restored = await thread.restore(thread.version + 1)
    expect(restored.tweets[0]).toMatchObject({ id: thread.tweetAt(1).id, text: 'By hand.' })
  })

  test('from another text of the source loses its passages and is checked against the text of now', async () => {
    const thread = await savedThread(database)
    const { version } = thread
    expect(thread.tweetAt(1).verdict).toBe('supported')
    await withOtherText(thread, () => 'A harbour town counts its parrots each spring, and nothing else.\n')
    await thread.save((now) => ({ ...now, tweets: now.tweets.slice(1) }))
    const { tweets } = await thread.restore(version)
    expect(tweets[0]).toMatchObject({ text: thread.tweetAt(1).text, verdict: 'unsupported' })
    expect(tweets[0]?.spans.every(({ end }) => end <= 65)).toBe(true)
  })

  test('and isn’t there, changes nothing', async () => {
    const thread = await savedThread(database)
    await expect(thread.restore(99)).rejects.toMatchObject({ code: 'revision-not-found', status: 404 })
    expect((await thread.stored()).version).toBe(thread.version)
  })
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

test('keep what the thread was called, and put it back', async () => {
  const thread = await savedThread(database)
  const before = await thread.stored()
  await thread.save((document) => ({ ...document, title: 'The long winter' }))
  await thread.save(({ title: _, ...untold }) => withText('Another opening.')(untold))
  expect(await thread.stored()).toMatchObject({ title: 'The long winter' })
  expect((await thread.kept()).map(({ title }) => title)).toEqual([
    null,
    'The long winter',
    'The long winter',
  ])
  await thread.restore(before.version)
  expect((await thread.stored()).title).toBe(null)
  expect(await textsOf(thread)).toEqual(before.tweets.map(({ text }) => text))
})
