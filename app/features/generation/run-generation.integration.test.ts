import { describe, expect, test } from 'vitest'
import { readText } from '#app/features/sources/read-text.ts'
import { readThread } from '#app/features/threads/read-thread.ts'
import { AppError } from '#app/platform/errors.ts'
import { newVisitor, pastedText, submitted } from '#tests/factories/submissions.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { jobOf, runDependencies, scriptedWriter, tweetEvent, viewOf } from '#tests/setup/generation-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { cancelGeneration } from './cancel-generation.ts'
import { readGeneration } from './read-generation.ts'
import { retryGeneration } from './retry-generation.ts'
import { runGeneration } from './run-generation.ts'

const database = cloneTestDatabase()
const view = viewOf(database)

describe('a thread that is submitted', () => {
  test('is written from its text, and stands there with the passages that back it', async () => {
    const made = await submitted(database.app.prisma)
    expect(await view(made)).toMatchObject({ status: 'queued', seq: 0 })
    await runGeneration(runDependencies(database), jobOf(made.generationId))

    const done = await view(made)
    expect(done).toMatchObject({ status: 'ready', error: null, progress: { writer: 'builtin' } })
    expect(done.progress.steps).toEqual({
      fetching: 'skipped',
      reading: 'done',
      planning: 'done',
      writing: 'done',
      checking: 'done',
    })
    const thread = await readThread(database.app.prisma, made.owner, made.threadId)
    expect(thread.tweets.length).toBeGreaterThanOrEqual(3)
    expect(thread.tweets.map((tweet) => tweet.position)).toEqual(thread.tweets.map((_, index) => index + 1))
    for (const tweet of thread.tweets) {
      expect(tweet.spans.length).toBeGreaterThan(0)
      for (const { start, end } of tweet.spans)
        expect(bridgeArticle.slice(start, end).length).toBeGreaterThan(10)
    }
  })

  test('is read from its address first, and the snapshot is kept', async () => {
    const url = 'https://example.com/bridge'
    const made = await submitted(database.app.prisma, { submission: { origin: 'url', url } })
    const pages = { [url]: { ...readText(bridgeArticle), url, title: 'The bridge that weighs itself' } }
    await runGeneration(runDependencies(database, { pages }), jobOf(made.generationId))
    const thread = await readThread(database.app.prisma, made.owner, made.threadId)
    expect(thread.title).toBe('The bridge that weighs itself')
    expect(thread.snapshot?.text).toBe(bridgeArticle)
    expect(thread.tweets.at(-1)?.text).toContain(url)
    expect((await view(made)).progress.steps.fetching).toBe('done')
  })

  test('is one thread with one generation however often it is sent at once', async () => {
    const owner = newVisitor()
    const submissionKey = crypto.randomUUID()
    const sent = await Promise.all(
      Array.from({ length: 50 }, () => submitted(database.app.prisma, { owner, submissionKey })),
    )
    expect(new Set(sent.map(({ threadId }) => threadId)).size).toBe(1)
    expect(await database.owner.prisma.thread.count({ where: owner })).toBe(1)
    expect(await database.owner.prisma.source.count({ where: owner })).toBe(1)
    const { rows } = await database.owner.pool.query(
      'select count(*)::int as jobs from graphile_worker.jobs where key = $1',
      [`generation:${sent[0]?.generationId}`],
    )
    expect(rows[0].jobs).toBe(1)
  })

  test('is refused when the wished number of tweets is too much for the text, and nothing is written', async () => {
    const owner = newVisitor()
    const wish = submitted(database.app.prisma, { owner, options: { length: 25 } })
    await expect(wish).rejects.toMatchObject({ code: 'source-too-short-for-length', field: 'length' })
    expect(await database.owner.prisma.source.count({ where: owner })).toBe(0)
  })

  test('belongs to its owner alone', async () => {
    const made = await submitted(database.app.prisma)
    const stranger = newVisitor()
    expect(await readGeneration(database.app.pool, stranger, made.threadId)).toBeNull()
    await expect(readThread(database.app.prisma, stranger, made.threadId)).rejects.toMatchObject({
      status: 404,
    })
    await expect(retryGeneration(database.app.prisma, stranger, made.threadId)).rejects.toMatchObject({
      status: 404,
    })
    expect(await cancelGeneration(database.app.pool, stranger, made.threadId)).toBe(false)
    expect((await view(made)).status).toBe('queued')
  })
})

describe('a failure', () => {
  test('that can’t pass is told with its reason, and trying again writes the thread', async () => {
    const url = 'https://example.com/gone'
    const made = await submitted(database.app.prisma, { submission: { origin: 'url', url } })
    await runGeneration(runDependencies(database), jobOf(made.generationId))
    const failed = await view(made)
    expect(failed).toMatchObject({ status: 'failed', error: { code: 'page-not-found', retryable: false } })
    expect(failed.error?.message).toContain('404')

    await Promise.all([1, 2, 3].map(() => retryGeneration(database.app.prisma, made.owner, made.threadId)))
    const again = await view(made)
    expect(again.status).toBe('queued')
    expect(again.seq).toBeGreaterThan(failed.seq)
    expect(await database.owner.prisma.generation.count({ where: { threadId: made.threadId } })).toBe(2)
    const pages = { [url]: { ...readText(bridgeArticle), url } }
    await runGeneration(runDependencies(database, { pages }), jobOf(again.id))
    expect((await view(made)).status).toBe('ready')
    await expect(retryGeneration(database.app.prisma, made.owner, made.threadId)).rejects.toMatchObject({
      status: 409,
    })
  })

  test('that may pass goes back to the queue three times at most', async () => {
    const made = await submitted(database.app.prisma)
    const busy = scriptedWriter(async function* () {
      yield { type: 'planned', tweets: 3 }
      throw new AppError('model-busy', 'The model is busy.', { retryable: true })
    })
    const dependencies = runDependencies(database, { writer: busy })
    for (const _ of [1, 2]) {
      await expect(runGeneration(dependencies, jobOf(made.generationId))).rejects.toMatchObject({
        code: 'model-busy',
      })
      expect(await view(made)).toMatchObject({
        status: 'queued',
        error: { code: 'model-busy' },
        progress: { tweets: [] },
      })
    }
    await runGeneration(dependencies, jobOf(made.generationId))
    expect(await view(made)).toMatchObject({
      status: 'failed',
      error: { code: 'model-busy', retryable: true },
    })
  })

  test('of a bug is told without its insides', async () => {
    const made = await submitted(database.app.prisma)
    const broken = scriptedWriter(async function* () {
      yield { type: 'planned', tweets: 1 }
      throw new TypeError('secret detail')
    })
    await runGeneration(runDependencies(database, { writer: broken }), jobOf(made.generationId, true))
    const { error } = await view(made)
    expect(error?.code).toBe('internal')
    expect(error?.message).not.toContain('secret')
  })

  test.each([
    ['nothing at all', [], 'nothing-written'],
    ['a tweet over the limit', [tweetEvent('word '.repeat(80))], 'tweet-too-long'],
  ])('is what a writer’s %s ends as, never as ready', async (_, events, code) => {
    const made = await submitted(database.app.prisma)
    const writer = scriptedWriter(async function* () {
      yield { type: 'planned', tweets: null }
      yield* events
    })
    await runGeneration(runDependencies(database, { writer }), jobOf(made.generationId, true))
    expect(await view(made)).toMatchObject({ status: 'failed', error: { code } })
    expect(await database.owner.prisma.tweet.count({ where: { threadId: made.threadId } })).toBe(0)
  })
})

test('a form that was changed and is sent again with its old key is another submission', async () => {
  const owner = newVisitor()
  const submissionKey = crypto.randomUUID()
  const first = await submitted(database.app.prisma, { owner, submissionKey })
  const changed = await submitted(database.app.prisma, {
    owner,
    submissionKey,
    submission: pastedText(`${bridgeArticle} And more.`),
  })
  const again = await submitted(database.app.prisma, { owner, submissionKey })
  expect(changed.threadId).not.toBe(first.threadId)
  expect(again.threadId).toBe(first.threadId)
})
