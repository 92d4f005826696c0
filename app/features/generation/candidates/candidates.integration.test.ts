import { describe, expect, test } from 'vitest'
import { changeTweet } from '#app/features/threads/change-tweet.ts'
import { newVisitor } from '#tests/factories/submissions.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { deskOf } from '#tests/setup/candidate-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { retryGeneration } from '../retry-generation.ts'
import { failAbandonedCandidates } from './fail-abandoned-candidates.ts'

const database = cloneTestDatabase()
const jobsOf = async (id: string) => {
  const { rows } = await database.owner.pool.query(
    'select count(*)::int as jobs from graphile_worker.jobs where key = $1',
    [`candidate:${id}`],
  )
  return rows[0].jobs
}

describe('a wish for a tweet', () => {
  test('is queued, and what comes of it stands beside the tweet, which stays as it is', async () => {
    const desk = await deskOf(database)
    const tweet = desk.tweetAt(1)
    await desk.ask({ kind: 'hook', tweetId: tweet.id })
    const [queued] = await desk.candidates()
    expect(queued).toMatchObject({ status: 'queued', kind: 'hook', under: 1, texts: [] })
    expect(await jobsOf(queued?.id ?? '')).toBe(1)
    await desk.run()
    const [ready] = await desk.candidates()
    expect(ready).toMatchObject({ status: 'ready', writer: 'builtin', because: null, isOutdated: false })
    expect(ready?.texts.length).toBeGreaterThan(0)
    const said = (await desk.thread()).tweets.map(({ text }) => text)
    for (const { text, verdict, spans } of ready?.texts ?? []) {
      expect(said).not.toContain(text)
      expect(verdict).toBe('supported')
      expect(spans.length).toBeGreaterThan(0)
    }
    const { tweets, version } = await desk.thread()
    expect(tweets[0]).toEqual(tweet)
    expect(version).toBe(desk.version)
  })

  test('sent twenty times at once makes one', async () => {
    const desk = await deskOf(database)
    const wish = { kind: 'shorter', tweetId: desk.tweetAt(1).id } as const
    await Promise.all(Array.from({ length: 20 }, () => desk.ask(wish)))
    expect(await desk.candidates()).toHaveLength(1)
  })

  test('sent again makes room for another', async () => {
    const desk = await deskOf(database)
    const wish = { kind: 'hook', tweetId: desk.tweetAt(1).id } as const
    const before = await desk.asked(wish)
    const after = await desk.asked(wish)
    expect(after.id).not.toBe(before.id)
    expect(await desk.candidates()).toHaveLength(1)
  })

  test('is a stranger’s as little as what comes of it', async () => {
    const desk = await deskOf(database)
    const stranger = newVisitor()
    const wish = { kind: 'hook', tweetId: desk.tweetAt(1).id } as const
    const gone = { code: 'thread-not-found', status: 404 }
    await expect(desk.ask(wish, { as: stranger })).rejects.toMatchObject(gone)
    const { id } = await desk.asked(wish)
    expect(await desk.candidates(stranger)).toEqual([])
    await expect(desk.take(id, { as: stranger })).rejects.toMatchObject(gone)
    await expect(desk.leave(id, stranger)).rejects.toMatchObject(gone)
    expect(await desk.candidates()).toHaveLength(1)
    expect((await desk.thread()).version).toBe(desk.version)
  })

  test.each([
    ['by an old page', 'thread-changed'],
    ['of a locked tweet', 'tweet-locked'],
    ['while the thread is being written', 'being-written'],
  ])('%s is refused', async (what, code) => {
    const desk = await deskOf(database)
    const { owner, threadId } = desk
    const tweet = desk.tweetAt(1)
    let { version } = desk
    if (what === 'by an old page') version -= 1
    else if (what === 'of a locked tweet')
      version = (
        await changeTweet(
          database.app.prisma,
          owner,
          { threadId, tweetId: tweet.id, version },
          { isLocked: true },
        )
      ).version
    else await retryGeneration(database.app.prisma, owner, threadId, { over: true })
    for (const kind of ['shorter', 'continue'] as const)
      await expect(desk.ask({ kind, tweetId: tweet.id }, { version })).rejects.toMatchObject({
        code,
        status: 409,
      })
    expect(await desk.candidates()).toEqual([])
  })

  test('that only a model could grant, and openings for a later tweet, are refused', async () => {
    const desk = await deskOf(database)
    const refused = { code: 'not-for-this-tweet', status: 422 }
    for (const kind of ['plainer', 'own-words'] as const)
      await expect(desk.ask({ kind, tweetId: desk.tweetAt(1).id })).rejects.toMatchObject(refused)
    await expect(desk.ask({ kind: 'hook', tweetId: desk.tweetAt(2).id })).rejects.toMatchObject(refused)
  })

  test('for a passage beyond the text is refused', async () => {
    const desk = await deskOf(database)
    const passage = { start: 10, end: bridgeArticle.length + 5 }
    await expect(desk.ask({ kind: 'add', passage })).rejects.toMatchObject({ code: 'passage-not-found' })
  })
})

test('a candidate whose job is gone ends as failed', async () => {
  const desk = await deskOf(database)
  await desk.ask({ kind: 'shorter', tweetId: desk.tweetAt(1).id })
  await database.owner.pool.query(
    `with old as (
       update tweet_candidates set created_at = now() - interval '1 minute' where thread_id = $1 returning id
     ) select graphile_worker.remove_job('candidate:' || id) from old`,
    [desk.threadId],
  )
  expect(await failAbandonedCandidates(database.owner.pool)).toBeGreaterThanOrEqual(1)
  expect(await desk.candidates()).toMatchObject([
    { status: 'failed', errorMessage: expect.stringContaining('ask again') },
  ])
})
