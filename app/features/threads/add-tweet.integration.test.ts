import { describe, expect, test } from 'vitest'
import { runGeneration } from '#app/features/generation/run-generation.ts'
import { newVisitor, submitted } from '#tests/factories/submissions.ts'
import { jobOf, runDependencies } from '#tests/setup/generation-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { addTweet } from './add-tweet.ts'
import { readThread } from './read-thread.ts'

const database = cloneTestDatabase()

async function readyThread() {
  const made = await submitted(database.app.prisma, { options: { length: 4 } })
  await runGeneration(runDependencies(database), jobOf(made.generationId))
  const read = () => readThread(database.app.prisma, made.owner, made.threadId)
  const thread = await read()
  const text = thread.snapshot?.text ?? ''
  const used = thread.tweets.flatMap(({ spans }) => spans)
  const sentence = [...text.matchAll(/[^.\n]{60,}\./g)].find(
    ({ index, 0: found }) => !used.some(({ start, end }) => start < index + found.length && end > index),
  )
  if (!sentence) throw new Error('Something is left out of a short thread.')
  const passage = { start: sentence.index, end: sentence.index + sentence[0].length }
  return { ...made, thread, text, passage, read }
}

describe('a tweet about a passage that was left out', () => {
  test('says it in the source’s words, is backed by it, and stands at its place', async () => {
    const { owner, threadId, thread, passage, text, read } = await readyThread()
    await addTweet(database.app.prisma, owner, { threadId, version: thread.version }, passage)
    const { tweets, version } = await read()
    const added = tweets.find((tweet) => tweet.text === text.slice(passage.start, passage.end).trim())
    expect(added).toMatchObject({ verdict: 'supported', isLocked: false })
    expect(tweets).toHaveLength(thread.tweets.length + 1)
    expect(tweets.map(({ position }) => position)).toEqual(tweets.map((_, at) => at + 1))
    expect(tweets.filter((tweet) => tweet !== added).map((tweet) => tweet.text)).toEqual(
      thread.tweets.map((tweet) => tweet.text),
    )
    expect(version).toBe(thread.version + 1)
  })

  test('is added once where it is asked for twice at once', async () => {
    const { owner, threadId, thread, passage, read } = await readyThread()
    const add = () => addTweet(database.app.prisma, owner, { threadId, version: thread.version }, passage)
    const results = await Promise.allSettled([add(), add()])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await read()).tweets).toHaveLength(thread.tweets.length + 1)
  })

  test('is not added by a stranger, nor from beyond the text', async () => {
    const { owner, threadId, thread, passage, text, read } = await readyThread()
    const at = { threadId, version: thread.version }
    await expect(addTweet(database.app.prisma, newVisitor(), at, passage)).rejects.toMatchObject({
      code: 'thread-not-found',
    })
    await expect(
      addTweet(database.app.prisma, owner, at, { start: text.length + 5, end: text.length + 90 }),
    ).rejects.toMatchObject({ code: 'passage-not-found', status: 422 })
    expect((await read()).tweets).toHaveLength(thread.tweets.length)
    expect((await read()).version).toBe(thread.version)
  })
})
