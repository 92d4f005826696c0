import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { keepReading } from '#app/features/sources/keep-reading.ts'
import { readText } from '#app/features/sources/read-text.ts'
import { readThread } from '#app/features/threads/read-thread.ts'
import { pastedText, submitted } from '#tests/factories/submissions.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { jobOf, runDependencies, scriptedWriter, tweetEvent, viewOf } from '#tests/setup/generation-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { cancelGeneration } from './cancel-generation.ts'
import { failAbandoned } from './fail-abandoned.ts'
import { runGeneration } from './run-generation.ts'

const database = cloneTestDatabase()
const view = viewOf(database)

describe('a run', () => {
  test('that is cancelled stops its writer at once and stores nothing more', async () => {
    const made = await submitted(database.app.prisma)
    let aborted = false
    const slow = scriptedWriter(async function* (signal) {
      yield { type: 'planned', tweets: 2 }
      yield tweetEvent('The first tweet is there.')
      await sleep(20_000, undefined, { signal }).catch(() => {
        aborted = true
        signal.throwIfAborted()
      })
      yield tweetEvent('The second tweet never comes.')
    })
    const running = runGeneration(runDependencies(database, { writer: slow }), jobOf(made.generationId))
    await expect.poll(async () => (await view(made)).progress.tweets.length, { timeout: 10_000 }).toBe(1)
    expect(await cancelGeneration(database.app.pool, made.owner, made.threadId)).toBe(true)
    await running
    expect(aborted).toBe(true)
    const ended = await view(made)
    expect(ended.status).toBe('cancelled')
    expect(ended.progress.tweets).toHaveLength(1)
    expect(await cancelGeneration(database.app.pool, made.owner, made.threadId)).toBe(false)
    // The queue may still hand the job to a worker.
    await runGeneration(runDependencies(database), jobOf(made.generationId))
    expect((await view(made)).status).toBe('cancelled')
  })

  test('that was paused can’t write over the run that took its place', async () => {
    const made = await submitted(database.app.prisma)
    let resume = () => {}
    const paused = new Promise<void>((resolve) => {
      resume = resolve
    })
    const stale = scriptedWriter(async function* () {
      yield { type: 'planned', tweets: 1 }
      await paused
      yield tweetEvent('Written by the run that had lost its place.')
    })
    const staleRun = runGeneration(runDependencies(database, { writer: stale }), jobOf(made.generationId))
    await expect.poll(async () => (await view(made)).progress.planned, { timeout: 10_000 }).toBe(1)
    await runGeneration(runDependencies(database), jobOf(made.generationId))
    const before = await view(made)
    resume()
    await staleRun
    expect(await view(made)).toEqual(before)
    const texts = (await readThread(database.app.prisma, made.owner, made.threadId)).tweets.map(
      ({ text }) => text,
    )
    expect(texts.join(' ')).not.toContain('lost its place')
  })

  test('that lost its place leaves the job to the run that holds it now', async () => {
    const made = await submitted(database.app.prisma)
    let resume = () => {}
    const paused = new Promise<void>((resolve) => {
      resume = resolve
    })
    const waiting = scriptedWriter(async function* () {
      yield { type: 'planned', tweets: 1 }
      await paused
      yield tweetEvent('Whoever writes this last has lost.')
    })
    const dependencies = runDependencies(database, { writer: waiting })
    const first = runGeneration(dependencies, jobOf(made.generationId))
    await expect.poll(async () => (await view(made)).seq, { timeout: 10_000 }).toBeGreaterThanOrEqual(3)
    const second = runGeneration(dependencies, jobOf(made.generationId))
    await expect.poll(async () => (await view(made)).seq, { timeout: 10_000 }).toBeGreaterThanOrEqual(6)
    const lost = expect(first).rejects.toThrow('lost its place')
    resume()
    await Promise.all([lost, second])
    expect((await view(made)).status).toBe('ready')
  })

  test('whose record can’t be written is stopped, and tried again as what may pass', async () => {
    const made = await submitted(database.app.prisma)
    let aborted = false
    const waiting = scriptedWriter(async function* (signal) {
      yield { type: 'planned', tweets: 1 }
      await sleep(20_000, undefined, { signal }).catch(() => {
        aborted = true
        signal.throwIfAborted()
      })
    })
    const dependencies = runDependencies(database, { writer: waiting })
    const { pool } = dependencies
    const failing = new Proxy(pool, {
      get: (target, name) => {
        const own: unknown = Reflect.get(target, name)
        if (name !== 'query' || typeof own !== 'function') return own
        return (...asked: unknown[]) =>
          JSON.stringify(asked).includes('kind\\":\\"planned')
            ? Promise.reject(new Error('the connection was lost'))
            : Reflect.apply(own, target, asked)
      },
    })
    await expect(
      runGeneration({ ...dependencies, pool: failing }, jobOf(made.generationId)),
    ).rejects.toMatchObject({ code: 'internal', retryable: true })
    expect(aborted).toBe(true)
    expect(await view(made)).toMatchObject({ status: 'queued', error: { code: 'internal' } })
  })

  test('that its worker’s stop interrupts goes back to the queue without counting as a failure', async () => {
    const made = await submitted(database.app.prisma)
    const stop = new AbortController()
    const waiting = scriptedWriter(async function* (signal) {
      yield { type: 'planned', tweets: 1 }
      await sleep(20_000, undefined, { signal })
    })
    const running = runGeneration(runDependencies(database, { writer: waiting }), {
      ...jobOf(made.generationId),
      signal: stop.signal,
    })
    await expect.poll(async () => (await view(made)).progress.planned, { timeout: 10_000 }).toBe(1)
    stop.abort()
    await running
    expect(await view(made)).toMatchObject({
      status: 'queued',
      error: null,
      progress: { tweets: [], planned: null },
    })
    const { rows } = await database.owner.pool.query(
      'select attempts, run_at <= now() as due from graphile_worker.jobs where key = $1',
      [`generation:${made.generationId}`],
    )
    expect(rows).toEqual([{ attempts: 0, due: true }])
  })
})

test('a source that two runs have read keeps what the first one stored', async () => {
  const url = 'https://example.com/twice'
  const made = await submitted(database.app.prisma, { submission: { origin: 'url', url } })
  const { sourceId } = await database.owner.prisma.thread.findUniqueOrThrow({ where: { id: made.threadId } })
  const first = await keepReading(database.owner.prisma, sourceId, { ...readText(bridgeArticle), url })
  const second = await keepReading(database.owner.prisma, sourceId, {
    ...readText('Another text altogether.'),
    url,
  })
  expect(second).toEqual(first)
})

test('a generation whose command has died is failed by the sweep, and its job goes with it', async () => {
  const made = await submitted(database.app.prisma, { lane: 'command-gone' })
  await database.owner.pool.query(
    `update generations set created_at = now() - interval '1 minute' where id = $1`,
    [made.generationId],
  )
  expect(await failAbandoned(database.owner.pool)).toBe(1)
  expect((await view(made)).status).toBe('failed')
  const { rowCount } = await database.owner.pool.query('select 1 from graphile_worker.jobs where key = $1', [
    `generation:${made.generationId}`,
  ])
  expect(rowCount).toBe(0)
})

test('a generation whose job is gone is failed by the sweep, a waiting one is not', async () => {
  const abandoned = await submitted(database.app.prisma)
  const waiting = await submitted(database.app.prisma, { submission: pastedText() })
  await database.owner.pool.query(
    `update generations set created_at = now() - interval '1 minute' where id = any($1)`,
    [[abandoned.generationId, waiting.generationId]],
  )
  await database.owner.pool.query('select graphile_worker.remove_job($1)', [
    `generation:${abandoned.generationId}`,
  ])
  expect(await failAbandoned(database.owner.pool)).toBe(1)
  expect(await view(abandoned)).toMatchObject({
    status: 'failed',
    error: { code: 'abandoned', retryable: true },
  })
  expect((await view(waiting)).status).toBe('queued')
})
