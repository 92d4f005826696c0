import { describe, expect, test } from 'vitest'
import { changeTweet } from '#app/features/threads/change-tweet.ts'
import { deskOf } from '#tests/setup/candidate-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'

const database = cloneTestDatabase()

/** A short thread, whose source says more than it does. */
const shortThread = () => deskOf(database, { options: { length: 3 } })

describe('a candidate that is taken', () => {
  test('stands in the tweet’s place, checked, and the others for it go', async () => {
    const desk = await shortThread()
    const { id: tweetId } = desk.tweetAt(1)
    const hooks = await desk.asked({ kind: 'hook', tweetId })
    await desk.ask({ kind: 'shorter', tweetId })
    await desk.ask({ kind: 'continue', tweetId })
    await desk.take(hooks.id, { index: hooks.texts.length - 1 })
    const { tweets, version } = await desk.thread()
    expect(tweets[0]).toMatchObject({ id: tweetId, text: hooks.texts.at(-1)?.text, verdict: 'supported' })
    expect(version).toBe(desk.version + 1)
    expect((await desk.candidates()).map(({ kind }) => kind)).toEqual(['continue'])
  })

  test('by ten at once changes the thread once', async () => {
    const desk = await shortThread()
    const { id, kind } = await desk.asked({ kind: 'continue', tweetId: desk.tweetAt(1).id })
    expect(kind).toBe('continue')
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => desk.take(id)))
    const codes = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []))
    expect(codes).toHaveLength(9)
    for (const code of codes) expect(['thread-changed', 'candidate-gone']).toContain(code)
    const { tweets, version } = await desk.thread()
    expect(tweets).toHaveLength(4)
    expect(version).toBe(desk.version + 1)
  })

  test('as the tweet that goes on stands right after it, and the others move one further', async () => {
    const desk = await shortThread()
    const before = (await desk.thread()).tweets
    const next = await desk.asked({ kind: 'continue', tweetId: desk.tweetAt(1).id })
    await desk.take(next.id)
    const { tweets } = await desk.thread()
    expect(tweets.map(({ position }) => position)).toEqual([1, 2, 3, 4])
    expect(tweets[1]).toMatchObject({ text: next.texts[0]?.text, verdict: 'supported', isLocked: false })
    expect([tweets[0], ...tweets.slice(2)].map((tweet) => tweet?.id)).toEqual(before.map(({ id }) => id))
  })

  test('about a passage stands where the passage belongs', async () => {
    const desk = await shortThread()
    const { snapshot, tweets: before } = await desk.thread()
    const text = snapshot?.text ?? ''
    const used = before.flatMap(({ spans }) => spans)
    const sentence = [...text.matchAll(/[^.\n]{60,}\./g)].find(
      ({ index, 0: found }) => !used.some(({ start, end }) => start < index + found.length && end > index),
    )
    if (!sentence) throw new Error('a short thread leaves something out')
    const passage = { start: sentence.index, end: sentence.index + sentence[0].length }
    const added = await desk.asked({ kind: 'add', passage })
    expect(added.texts).toMatchObject([{ text: sentence[0].trim(), verdict: 'supported' }])
    await desk.take(added.id)
    const { tweets } = await desk.thread()
    expect(tweets).toHaveLength(4)
    expect(tweets[added.under]?.text).toBe(sentence[0].trim())
    expect(await desk.candidates()).toEqual([])
  })

  test('of a tweet that was locked meanwhile is not, and the tweet stays', async () => {
    const desk = await shortThread()
    const { owner, threadId } = desk
    const tweet = desk.tweetAt(1)
    const hooks = await desk.asked({ kind: 'hook', tweetId: tweet.id })
    const next = await desk.asked({ kind: 'continue', tweetId: tweet.id })
    const { version } = await changeTweet(
      database.app.prisma,
      owner,
      { threadId, tweetId: tweet.id, version: desk.version },
      { isLocked: true },
    )
    for (const { id } of [hooks, next])
      await expect(desk.take(id, { version })).rejects.toMatchObject({ code: 'tweet-locked', status: 409 })
    expect((await desk.thread()).tweets).toHaveLength(3)
    expect((await desk.thread()).tweets[0]?.text).toBe(tweet.text)
    expect((await desk.thread()).version).toBe(version)
  })

  test('of a tweet that was edited meanwhile says so first', async () => {
    const desk = await shortThread()
    const { owner, threadId } = desk
    const tweet = desk.tweetAt(1)
    await desk.asked({ kind: 'hook', tweetId: tweet.id })
    await changeTweet(
      database.app.prisma,
      owner,
      { threadId, tweetId: tweet.id, version: desk.version },
      { text: 'The bridge stood for ninety years.' },
    )
    expect(await desk.candidates()).toMatchObject([{ isOutdated: true }])
  })
})

test('a candidate that is left is gone, and can’t be taken any more', async () => {
  const desk = await shortThread()
  const { id } = await desk.asked({ kind: 'hook', tweetId: desk.tweetAt(1).id })
  await desk.leave(id)
  expect(await desk.candidates()).toEqual([])
  await expect(desk.take(id)).rejects.toMatchObject({ code: 'candidate-gone', status: 409 })
})

test('a candidate that is called off before it is written does not come back', async () => {
  const desk = await shortThread()
  await desk.ask({ kind: 'hook', tweetId: desk.tweetAt(1).id })
  const [queued] = await desk.candidates()
  await desk.leave(queued?.id ?? '')
  await desk.run()
  expect(await desk.candidates()).toEqual([])
})
