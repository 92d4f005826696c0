import { expect, test } from 'vitest'
import { correctSnapshot } from '#app/features/sources/correct-snapshot.ts'
import { readText } from '#app/features/sources/read-text.ts'
import type { Snapshot } from '#app/features/sources/snapshot.ts'
import { readThread } from '#app/features/threads/read-thread.ts'
import { newVisitor, submitted } from '#tests/factories/submissions.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { jobOf, runDependencies, viewOf } from '#tests/setup/generation-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { cancelGeneration } from './cancel-generation.ts'
import { chooseFeedItem } from './choose-feed-item.ts'
import { continueGeneration } from './continue-generation.ts'
import { retryGeneration } from './retry-generation.ts'
import { runGeneration } from './run-generation.ts'

const database = cloneTestDatabase()
const view = viewOf(database)
const url = 'https://doubtful.example/wall'
const wall: Snapshot = { ...readText(bridgeArticle), url, quality: { score: 20, doubt: 'paywall' } }
const run = (generationId: string, given = {}) =>
  runGeneration(runDependencies(database, given), jobOf(generationId))
const jobsOf = async (generationId: string) => {
  const { rowCount } = await database.owner.pool.query('select 1 from graphile_worker.jobs where key = $1', [
    `generation:${generationId}`,
  ])
  return rowCount
}

test('a doubtful reading waits for its owner, who puts it right and lets it go on', async () => {
  const made = await submitted(database.app.prisma, { submission: { origin: 'url', url } })
  await run(made.generationId, { pages: { [url]: wall } })
  expect(await view(made)).toMatchObject({ status: 'waiting', progress: { tweets: [] } })
  const { source, snapshot } = await readThread(database.app.prisma, made.owner, made.threadId)
  expect(snapshot?.quality.doubt).toBe('paywall')
  await correctSnapshot(database.app.prisma, source.id, {
    basedOn: snapshot?.id ?? '',
    title: 'The whole piece',
    text: `${bridgeArticle}\n\nAnd here is what stood behind the wall, in two more sentences.`,
  })
  // The job that made it wait is done with by now; here nobody worked it off.
  await database.owner.pool.query('select graphile_worker.remove_job($1)', [
    `generation:${made.generationId}`,
  ])
  await continueGeneration(database.app.prisma, made.owner, made.threadId)
  await continueGeneration(database.app.prisma, made.owner, made.threadId)
  expect(await jobsOf(made.generationId)).toBe(1)
  await run(made.generationId)
  expect((await view(made)).status).toBe('ready')
  const thread = await readThread(database.app.prisma, made.owner, made.threadId)
  expect(thread).toMatchObject({ title: 'The whole piece', sourceChanged: false })
  expect(thread.snapshot?.number).toBe(2)
})

test('who wants to look first is asked first, also where nothing is doubtful, and who does not is not', async () => {
  const asked = await submitted(database.app.prisma, { options: { review: 'always' } })
  await run(asked.generationId)
  expect((await view(asked)).status).toBe('waiting')
  const quick = await submitted(database.app.prisma, {
    submission: { origin: 'url', url: `${url}/quick` },
    options: { review: 'never' },
  })
  await run(quick.generationId, { pages: { [`${url}/quick`]: wall } })
  expect((await view(quick)).status).toBe('ready')
})

test('a generation that waits can be stopped, and a stranger can do nothing with it', async () => {
  const made = await submitted(database.app.prisma, { options: { review: 'always' } })
  await run(made.generationId)
  await expect(continueGeneration(database.app.prisma, newVisitor(), made.threadId)).rejects.toMatchObject({
    status: 404,
  })
  expect((await view(made)).status).toBe('waiting')
  await retryGeneration(database.app.prisma, made.owner, made.threadId)
  expect(await cancelGeneration(database.app.pool, made.owner, made.threadId)).toBe(true)
  expect((await view(made)).status).toBe('cancelled')
})

test('a thread whose source was put right later says so, and stands until it is written again', async () => {
  const made = await submitted(database.app.prisma, {
    submission: { origin: 'text', snapshot: readText(`${bridgeArticle}\n\nOne of its own.`) },
  })
  await run(made.generationId)
  const before = await readThread(database.app.prisma, made.owner, made.threadId)
  await correctSnapshot(database.app.prisma, before.source.id, {
    basedOn: before.snapshot?.id ?? '',
    title: '',
    text: bridgeArticle.replaceAll('Ada Holm', 'Ida Holm'),
  })
  const stale = await readThread(database.app.prisma, made.owner, made.threadId)
  expect(stale).toMatchObject({ sourceChanged: true, snapshot: { number: 1 } })
  await expect(retryGeneration(database.app.prisma, made.owner, made.threadId)).rejects.toMatchObject({
    code: 'already-ready',
  })
  await retryGeneration(database.app.prisma, made.owner, made.threadId, { over: true })
  const during = await readThread(database.app.prisma, made.owner, made.threadId)
  expect(during.tweets).toEqual(before.tweets)
  const { id } = await view(made)
  await run(id)
  const after = await readThread(database.app.prisma, made.owner, made.threadId)
  expect(after).toMatchObject({ sourceChanged: false, snapshot: { number: 2 } })
  expect(after.tweets.map(({ text }) => text).join(' ')).not.toContain('Ada Holm')
})

test('a feed is told with its articles, of which one can be chosen, once, and nothing else', async () => {
  const feedUrl = 'https://feed.example/rss'
  const item = { title: 'The bridge', url: 'https://feed.example/bridge', publishedAt: null, summary: null }
  const made = await submitted(database.app.prisma, { submission: { origin: 'url', url: feedUrl } })
  const dependencies = runDependencies(database, {
    pages: { [item.url]: { ...wall, quality: { score: 90, doubt: null } } },
  })
  await runGeneration(
    {
      ...dependencies,
      openSource: async () => ({ type: 'feed', feed: { title: 'A feed', items: [item] } }),
    },
    jobOf(made.generationId),
  )
  expect(await view(made)).toMatchObject({ status: 'failed', error: { code: 'is-a-feed', retryable: false } })
  const { source } = await readThread(database.app.prisma, made.owner, made.threadId)
  expect(source.feed?.items).toEqual([item])
  const choose = (owner: { visitorId: string } | { userId: string }, address: string) =>
    chooseFeedItem(database.app.prisma, owner, made.threadId, address)
  await expect(choose(made.owner, 'https://elsewhere.example/')).rejects.toMatchObject({
    code: 'no-such-item',
  })
  await expect(choose(newVisitor(), item.url)).rejects.toMatchObject({ status: 404 })
  await choose(made.owner, item.url)
  await choose(made.owner, item.url)
  const { id } = await view(made)
  await runGeneration(dependencies, jobOf(id))
  expect((await view(made)).status).toBe('ready')
  expect(await database.owner.prisma.generation.count({ where: { threadId: made.threadId } })).toBe(2)
})

test('what was looked at is what is written from, also days later and with the page gone', async () => {
  const late = `${url}/late`
  const made = await submitted(database.app.prisma, { submission: { origin: 'url', url: late } })
  await run(made.generationId, { pages: { [late]: { ...wall, url: late } } })
  await database.owner.pool.query(
    `update snapshots set read_at = now() - interval '3 days' where final_url = $1`,
    [late],
  )
  await continueGeneration(database.app.prisma, made.owner, made.threadId)
  await run(made.generationId)
  expect((await view(made)).status).toBe('ready')
})

test('a generation that is stopped does not go on, whoever says so at the same time', async () => {
  for (let round = 0; round < 8; round += 1) {
    const made = await submitted(database.app.prisma, { options: { review: 'always' } })
    await run(made.generationId)
    const [stopped] = await Promise.all([
      cancelGeneration(database.app.pool, made.owner, made.threadId),
      continueGeneration(database.app.prisma, made.owner, made.threadId),
    ])
    expect(stopped).toBe(true)
    expect((await view(made)).status).toBe('cancelled')
  }
})
