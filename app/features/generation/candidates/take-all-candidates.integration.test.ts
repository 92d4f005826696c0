import { expect, test } from 'vitest'
import { changeTweet } from '#app/features/threads/change-tweet.ts'
import { newVisitor } from '#tests/factories/submissions.ts'
import { deskOf } from '#tests/setup/candidate-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'

const database = cloneTestDatabase()

/** A thread with a shorter wording beside each of its first tweets that has more than one sentence. */
async function suggested() {
  const desk = await deskOf(database, { options: { length: 3 } })
  const long = (await desk.thread()).tweets.filter(({ text }) => text.split(/[.!?]\s/).length > 1)
  for (const { id: tweetId } of long.slice(0, 2)) await desk.ask({ kind: 'shorter', tweetId })
  await desk.run()
  const candidates = await desk.candidates()
  expect(candidates).toHaveLength(2)
  return { ...desk, ids: candidates.map(({ id }) => id), before: candidates }
}

test('suggestions for several tweets stand in their places in one change of the thread', async () => {
  const desk = await suggested()
  await desk.takeAll(desk.ids)
  const { tweets, version } = await desk.thread()
  expect(version).toBe(desk.version + 1)
  for (const { tweetId, texts } of desk.before)
    expect(tweets.find(({ id }) => id === tweetId)).toMatchObject({
      text: texts[0]?.text,
      verdict: 'supported',
    })
  expect(await desk.candidates()).toEqual([])
})

test('where one of them can’t be taken, none is', async () => {
  const desk = await suggested()
  const { threadId, owner, version } = desk
  const tweetId = desk.before[1]?.tweetId ?? ''
  await changeTweet(database.app.prisma, owner, { threadId, tweetId, version }, { isLocked: true })
  const before = await desk.thread()
  await expect(desk.takeAll(desk.ids, { version: before.version })).rejects.toMatchObject({
    code: 'tweet-locked',
  })
  await desk.leave(desk.ids[1] ?? '')
  await expect(desk.takeAll(desk.ids, { version: before.version })).rejects.toMatchObject({
    code: 'candidate-gone',
  })
  expect((await desk.thread()).tweets).toEqual(before.tweets)
})

test('a stranger takes none of them', async () => {
  const desk = await suggested()
  await expect(desk.takeAll(desk.ids, { as: newVisitor() })).rejects.toMatchObject({
    code: 'thread-not-found',
  })
})

test('one that gives a choice, or goes on after its tweet, is not taken with others', async () => {
  const desk = await suggested()
  const hooks = await desk.asked({ kind: 'hook', tweetId: desk.tweetAt(1).id })
  const next = await desk.asked({ kind: 'continue', tweetId: desk.tweetAt(2).id })
  for (const id of [...(hooks.texts.length > 1 ? [hooks.id] : []), next.id])
    await expect(desk.takeAll([desk.ids[0] ?? '', id])).rejects.toMatchObject({ code: 'several-suggestions' })
})
