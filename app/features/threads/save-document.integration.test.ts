import { v7 as uuidv7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { retryGeneration } from '#app/features/generation/retry-generation.ts'
import { newVisitor } from '#tests/factories/submissions.ts'
import { savedThread, withText } from '#tests/setup/revision-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import type { DocumentTweet } from './document/thread-document.ts'

const database = cloneTestDatabase()

const newTweet = (text: string): DocumentTweet => ({
  id: uuidv7(),
  text,
  spans: [],
  isOpinion: false,
  isLocked: false,
})

describe('a thread that is saved whole', () => {
  test('has the tweets, the order and the numbering of the document, each changed one checked', async () => {
    const { save, stored, version } = await savedThread(database)
    const before = (await stored()).tweets
    const added = newTweet('Parrots run the harbour office, all nine thousand of them.')
    const saved = await save(({ tweets: [first, second, third] }) => ({
      numbering: true,
      tweets: [third, added, first, second].flatMap((tweet) => tweet ?? []),
    }))
    expect(saved.version).toBe(version + 1)
    expect(await stored()).toEqual(saved)
    expect(saved.numbering).toBe(true)
    expect(saved.tweets.map(({ id }) => id)).toEqual(
      [before[2], added, before[0], before[1]].map((tweet) => tweet?.id),
    )
    expect(saved.tweets.map(({ position }) => position)).toEqual([1, 2, 3, 4])
    expect(saved.tweets[0]).toEqual({ ...before[2], position: 1 })
    expect(saved.tweets[1]).toMatchObject({ verdict: 'unsupported', spans: [] })
  })

  test('loses the tweets that the document lacks, and takes them back under their ids', async () => {
    const { save, stored, document } = await savedThread(database)
    const whole = await document()
    const { tweets } = await stored()
    await save((now) => ({ ...now, tweets: now.tweets.slice(0, 1) }))
    expect((await stored()).tweets).toHaveLength(1)
    const told = ({ id, text, verdict }: (typeof tweets)[number]) => ({ id, text, verdict })
    expect((await save(() => whole)).tweets.map(told)).toEqual(tweets.map(told))
  })

  test('gets no new version where nothing has changed', async () => {
    const { save, stored, kept, version } = await savedThread(database)
    const before = await stored()
    expect(await save((document) => document)).toEqual(before)
    expect(await stored()).toEqual({ ...before, version })
    expect(await kept()).toHaveLength(1)
  })

  test('by twenty at once is changed by one; the others are told, and nothing is mixed', async () => {
    const { save, stored, kept, version } = await savedThread(database)
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) =>
        save(withText(`Twenty wrote this, and number ${at} won.`), { version }),
      ),
    )
    const won = results.flatMap((result, at) => (result.status === 'fulfilled' ? [at] : []))
    const codes = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []))
    expect(codes).toEqual(Array(19).fill('thread-changed'))
    expect((await stored()).tweets[0]?.text).toBe(`Twenty wrote this, and number ${won[0]} won.`)
    expect((await kept()).map((revision) => revision.version)).toEqual([version, version + 1])
  })

  test('can be empty in one tweet while that is begun, which is neither backed nor doubted', async () => {
    const { save } = await savedThread(database)
    const { tweets } = await save((now) => ({ ...now, tweets: [...now.tweets, newTweet('')] }))
    expect(tweets.at(-1)).toMatchObject({ text: '', verdict: null, reasons: [] })
  })

  test('keeps no passage that the source doesn’t have', async () => {
    const { save, tweetAt } = await savedThread(database)
    const { tweets } = await save((now) => ({
      ...now,
      tweets: now.tweets.map((tweet, index) =>
        index === 0 ? { ...tweet, text: `${tweet.text} `, spans: [{ start: 5, end: 9_999_999 }] } : tweet,
      ),
    }))
    expect(tweets[0]?.text.trim()).toBe(tweetAt(1).text)
    expect(tweets[0]?.spans.every(({ end }) => end < 9_999_999)).toBe(true)
  })
})

describe('a save that is refused leaves the thread as it was', () => {
  const refused = async (
    thread: Awaited<ReturnType<typeof savedThread>>,
    change: Parameters<typeof thread.save>[0],
    as = thread.owner,
  ) => {
    const before = await thread.stored()
    const code = await thread.save(change, { as }).then(
      () => 'saved',
      (error: { code: string; status: number }) => `${error.code} ${error.status}`,
    )
    expect(await thread.stored()).toEqual(before)
    expect((await thread.kept()).at(-1)?.version).toBe(before.version)
    return code
  }

  test('with a tweet of another thread’s, which stays where it is', async () => {
    const thread = await savedThread(database)
    const other = await savedThread(database)
    const theirs = await other.stored()
    const [taken] = (await other.document()).tweets
    if (!taken) throw new Error('the other thread has tweets')
    expect(
      await refused(thread, (now) => ({ ...now, tweets: [...now.tweets, { ...taken, text: 'Mine now.' }] })),
    ).toBe('tweet-not-found 404')
    expect(await other.stored()).toEqual(theirs)
  })

  test('with other words in a locked tweet, until it is unlocked in the same save', async () => {
    const thread = await savedThread(database)
    const locked = (isLocked: boolean) => (now: Awaited<ReturnType<typeof thread.document>>) => ({
      ...now,
      tweets: now.tweets.map((tweet, index) => (index === 0 ? { ...tweet, isLocked } : tweet)),
    })
    await thread.save(locked(true))
    expect(await refused(thread, withText('Other words.'))).toBe('tweet-locked 409')
    await thread.save((now) => withText('Other words.')(locked(false)(now)))
    expect((await thread.stored()).tweets[0]?.text).toBe('Other words.')
  })

  test.each([
    ['no tweet', 'thread-empty 422', () => []],
    ['101 tweets', 'thread-full 422', () => Array.from({ length: 101 }, () => newTweet('One of many.'))],
    ['4,001 characters', 'tweet-too-long 422', () => [newTweet('x'.repeat(4_001))]],
  ])('with %s', async (_, code, tweets) => {
    const thread = await savedThread(database)
    expect(await refused(thread, (now) => ({ ...now, tweets: tweets() }))).toBe(code)
  })

  test('for a stranger, to whom there is no such thread', async () => {
    const thread = await savedThread(database)
    expect(await refused(thread, withText('Mine now.'), newVisitor())).toBe('thread-not-found 404')
  })

  test('while the thread is being written', async () => {
    const thread = await savedThread(database)
    await retryGeneration(database.app.prisma, thread.owner, thread.threadId, { over: true })
    expect(await refused(thread, withText('Too early.'))).toBe('being-written 409')
  })
})

test('100 tweets of 4,000 characters are saved', async () => {
  const { save } = await savedThread(database)
  const many = Array.from({ length: 100 }, (_, at) => newTweet(`${at} `.padEnd(4_000, 'x')))
  expect((await save((now) => ({ ...now, tweets: many }))).tweets).toHaveLength(100)
})

test('what its owner calls an opinion is none any more when it reads otherwise, and stays one when it moves', async () => {
  const { save } = await savedThread(database)
  const opinion = await save((now) => ({
    ...now,
    tweets: now.tweets.map((tweet, index) => (index === 0 ? { ...tweet, isOpinion: true } : tweet)),
  }))
  expect(opinion.tweets[0]).toMatchObject({ isOpinion: true, verdict: 'opinion', reasons: [] })
  const moved = await save((now) => ({ ...now, tweets: now.tweets.toReversed() }))
  expect(moved.tweets.at(-1)).toMatchObject({ isOpinion: true, verdict: 'opinion' })
  const edited = await save(withText('Nine thousand parrots live in the tower.', moved.tweets.length))
  expect(edited.tweets.at(-1)).toMatchObject({ isOpinion: false, verdict: 'unsupported' })
})
