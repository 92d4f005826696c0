import { describe, expect, test } from 'vitest'
import { retryGeneration } from '#app/features/generation/retry-generation.ts'
import { runGeneration } from '#app/features/generation/run-generation.ts'
import { newVisitor, submitted } from '#tests/factories/submissions.ts'
import { jobOf, runDependencies } from '#tests/setup/generation-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { changeTweet, type TweetChange } from './change-tweet.ts'
import { readThread } from './read-thread.ts'

const database = cloneTestDatabase()

async function readyThread() {
  const made = await submitted(database.app.prisma)
  await runGeneration(runDependencies(database), jobOf(made.generationId))
  const read = () => readThread(database.app.prisma, made.owner, made.threadId)
  const thread = await read()
  const [tweet] = thread.tweets
  if (!tweet) throw new Error('The thread has tweets.')
  const change = (changes: TweetChange, version = thread.version, owner = made.owner) =>
    changeTweet(database.app.prisma, owner, { threadId: made.threadId, tweetId: tweet.id, version }, changes)
  return { ...made, thread, tweet, read, change }
}

describe('a tweet that is edited', () => {
  test('is stored as typed and checked again', async () => {
    const { tweet, read, change, thread } = await readyThread()
    expect(tweet.verdict).toBe('supported')
    const { version } = await change({ text: 'The mayor keeps nine thousand parrots in a secret tower.' })
    const changed = (await read()).tweets[0]
    expect(changed).toMatchObject({ text: expect.stringContaining('parrots'), verdict: 'unsupported' })
    expect(changed?.reasons.length).toBeGreaterThan(0)
    await change({ text: tweet.text }, version)
    expect((await read()).tweets[0]).toMatchObject({ text: tweet.text, verdict: 'supported', reasons: [] })
    expect((await read()).version).toBe(thread.version + 2)
  })

  test('by twenty at once is changed by one; the others are told, and nothing is mixed', async () => {
    const { read, change } = await readyThread()
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) => change({ text: `Text number ${at} of twenty.` })),
    )
    const won = results.flatMap((result, at) => (result.status === 'fulfilled' ? [at] : []))
    const codes = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []))
    expect(won).toHaveLength(1)
    expect(codes).toEqual(Array(19).fill('thread-changed'))
    expect((await read()).tweets[0]?.text).toBe(`Text number ${won[0]} of twenty.`)
  })

  test.each([
    ['', 'tweet-empty'],
    ['  \n ', 'tweet-empty'],
    ['x'.repeat(4_001), 'tweet-too-long'],
  ])('stays as it was where %j is typed', async (text, code) => {
    const { read, change, tweet } = await readyThread()
    await expect(change({ text })).rejects.toMatchObject({ code, field: 'text' })
    expect((await read()).tweets[0]?.text).toBe(tweet.text)
  })

  test('is nobody else’s', async () => {
    const { read, change, tweet, thread } = await readyThread()
    await expect(change({ text: 'Mine now.' }, thread.version, newVisitor())).rejects.toMatchObject({
      code: 'thread-not-found',
      status: 404,
    })
    expect((await read()).tweets[0]?.text).toBe(tweet.text)
    expect((await read()).version).toBe(thread.version)
  })

  test('waits until the thread has been written again', async () => {
    const { owner, threadId, change, thread, read } = await readyThread()
    await retryGeneration(database.app.prisma, owner, threadId, { over: true })
    await expect(change({ text: 'Too early.' })).rejects.toMatchObject({ code: 'being-written', status: 409 })
    expect((await read()).version).toBe(thread.version)
  })
})

test('what its owner calls an opinion is one until it is edited or taken back', async () => {
  const { read, change } = await readyThread()
  const first = await change({ text: 'Parrots are better mayors than most mayors.' })
  const second = await change({ isOpinion: true }, first.version)
  expect((await read()).tweets[0]).toMatchObject({ isOpinion: true, verdict: 'opinion', reasons: [] })
  const third = await change({ isOpinion: false }, second.version)
  expect(third.tweet.isOpinion).toBe(false)
  const fourth = await change({ isOpinion: true }, third.version)
  const last = await change({ text: 'Nine thousand parrots live in the tower.' }, fourth.version)
  expect(last.tweet).toMatchObject({ isOpinion: false })
  expect(last.tweet.verdict).not.toBe('opinion')
})

describe('a locked tweet', () => {
  test('is not edited until it is unlocked', async () => {
    const { read, change, tweet } = await readyThread()
    const locked = await change({ isLocked: true })
    await expect(change({ text: 'Other words.' }, locked.version)).rejects.toMatchObject({
      code: 'tweet-locked',
    })
    expect((await read()).tweets[0]?.text).toBe(tweet.text)
    const open = await change({ isLocked: false }, locked.version)
    await change({ text: 'Other words.' }, open.version)
    expect((await read()).tweets[0]?.text).toBe('Other words.')
  })

  test('stays at its place, word for word, when the thread is written again', async () => {
    const { owner, threadId, read, change } = await readyThread()
    const edited = await change({ text: 'I would walk there again tomorrow.' })
    await change({ isLocked: true, isOpinion: true }, edited.version)
    await retryGeneration(database.app.prisma, owner, threadId, { over: true })
    const next = await database.owner.prisma.generation.findFirstOrThrow({
      where: { threadId, status: 'queued' },
    })
    await runGeneration(runDependencies(database), jobOf(next.id))
    const { tweets } = await read()
    expect(tweets[0]).toMatchObject({
      text: 'I would walk there again tomorrow.',
      isLocked: true,
      isOpinion: true,
      verdict: 'opinion',
    })
    expect(tweets.length).toBeGreaterThan(1)
    expect(tweets.slice(1).every(({ isLocked }) => !isLocked)).toBe(true)
    expect(tweets.map(({ position }) => position)).toEqual(tweets.map((_, at) => at + 1))
  })
})
