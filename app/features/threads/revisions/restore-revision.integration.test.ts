import { describe, expect, test } from 'vitest'
import { savedThread, withText, writeAgain } from '#tests/setup/revision-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'

const database = cloneTestDatabase()
type Thread = Awaited<ReturnType<typeof savedThread>>

const textsOf = async ({ stored }: Thread) => (await stored()).tweets.map(({ text }) => text)

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
    await writeAgain(database, thread)
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
