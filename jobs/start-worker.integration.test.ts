import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Task } from 'graphile-worker'
import { afterAll, describe, expect, test } from 'vitest'
import { readGeneration } from '#app/features/generation/read-generation.ts'
import { readDocument } from '#app/features/sources/read-document.ts'
import { createStorage } from '#app/integrations/storage/storage.ts'
import type { JobName } from '#app/platform/queue/catalog.ts'
import { createInProcessRedis } from '#app/platform/redis/in-process.ts'
import { submitted } from '#tests/factories/submissions.ts'
import { runDependencies, scriptedWriter, tweetEvent } from '#tests/setup/generation-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { beat, sweepDead } from './heartbeat.ts'
import { startWorker } from './start-worker.ts'
import { createTasks } from './task-list.ts'
import { generateThread } from './tasks/generate-thread.ts'

const database = cloneTestDatabase()
const uploads = mkdtempSync(join(tmpdir(), 'threadr-worker-'))
afterAll(() => rmSync(uploads, { recursive: true }))
const storage = createStorage({ kind: 'folder', folder: uploads })

const serviceWorker = (given: Partial<Record<JobName, Task>> = {}) => {
  const { owner, notifications, logger } = database
  const env = {
    mode: 'test' as const,
    openai: null,
    openaiFallback: null,
    modelDailyCents: 100,
    moderation: null,
    supportEmail: null,
    auditDays: 400,
    analyticsMonths: 14,
    signUpRangeDays: 7,
    quotas: false,
    allowLocalAddresses: false,
    appUrl: 'http://localhost:3000',
    mail: null,
    payments: null,
    encryptionKeys: ['a-key-of-the-tests-000000000000000001'],
    alerts: { emails: [], webhookUrl: null },
  }
  const redis = createInProcessRedis()
  const tasks = createTasks({ env, database: owner, notifications, logger, readDocument, storage, redis })
  return startWorker({
    pool: owner.pool,
    concurrency: 4,
    lane: 'service',
    tasks: { ...tasks, ...given },
    logger,
  })
}

const statusOf = async ({ owner, threadId }: Awaited<ReturnType<typeof submitted>>) =>
  (await readGeneration(database.app.pool, owner, threadId))?.status

async function lockedJobs(): Promise<number> {
  const { rows } = await database.owner.pool.query(
    'select count(*)::int as locked from graphile_worker.jobs where locked_at is not null',
  )
  return rows[0].locked
}

async function livingPools(): Promise<unknown[]> {
  const { rows } = await database.owner.pool.query('select id from worker_pools')
  return rows
}

describe('the worker', () => {
  test('writes what is submitted, also what was submitted before it came', async () => {
    const before = await submitted(database.app.prisma)
    const worker = await serviceWorker()
    const after = await submitted(database.app.prisma)
    await expect.poll(() => statusOf(before), { timeout: 15_000 }).toBe('ready')
    await expect.poll(() => statusOf(after), { timeout: 15_000 }).toBe('ready')
    await worker.stop()
    expect(await lockedJobs()).toBe(0)
  })

  test('leaves the jobs of commands to them', async () => {
    const worker = await serviceWorker()
    const command = await submitted(database.app.prisma, { lane: 'command-1' })
    const web = await submitted(database.app.prisma)
    await expect.poll(() => statusOf(web), { timeout: 15_000 }).toBe('ready')
    expect(await statusOf(command)).toBe('queued')
    await worker.stop()
  })

  test('leaves no job locked when it stops in the middle of one, and another one goes on with it', async () => {
    const made = await submitted(database.app.prisma)
    let begun = () => {}
    const started = new Promise<void>((resolve) => {
      begun = resolve
    })
    const endless = scriptedWriter(async function* (signal) {
      yield { type: 'planned', tweets: 2 }
      yield tweetEvent('One tweet before the worker stops.')
      begun()
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    })
    const dependencies = runDependencies(database, { writer: endless })
    const first = await serviceWorker({ generate_thread: generateThread(dependencies) })
    await started
    await first.stop()
    expect(await lockedJobs()).toBe(0)
    expect(await statusOf(made)).toBe('queued')

    const second = await serviceWorker()
    await expect.poll(() => statusOf(made), { timeout: 20_000 }).toBe('ready')
    await second.stop()
  })

  test('goes back to the queue that it had to leave, as what came of a job could not be written down', async () => {
    const { pool } = database.owner
    await pool.query(`create function refuse_end() returns trigger language plpgsql as
      $$ begin raise exception 'nothing can be written down'; end $$`)
    await pool.query(`create trigger refuse_end before delete on graphile_worker._private_jobs
      for each row execute function refuse_end()`)
    const worker = await serviceWorker()
    const left = await livingPools()
    const before = await submitted(database.app.prisma)
    await expect.poll(() => statusOf(before), { timeout: 20_000 }).toBe('ready')
    await expect.poll(livingPools, { timeout: 20_000 }).not.toEqual(left)
    await pool.query('drop trigger refuse_end on graphile_worker._private_jobs')
    await expect.poll(lockedJobs, { timeout: 20_000 }).toBe(0)
    const after = await submitted(database.app.prisma)
    await expect.poll(() => statusOf(after), { timeout: 20_000 }).toBe('ready')
    expect(await livingPools()).toHaveLength(1)
    await worker.stop()
    expect(await livingPools()).toEqual([])
  })
})

describe('the sweep', () => {
  test('frees the jobs of a silent worker and no others', async () => {
    const dead = await submitted(database.app.prisma)
    const alive = await submitted(database.app.prisma)
    const { pool } = database.owner
    const lock = (generationId: string, by: string) =>
      pool.query(
        `update graphile_worker._private_jobs set locked_by = $2, locked_at = now() - interval '1 minute', attempts = attempts + 1 where key = $1`,
        [`generation:${generationId}`, by],
      )
    await lock(dead.generationId, 'pool-dead')
    await lock(alive.generationId, 'pool-alive')
    await beat(pool, 'pool-dead', 'service')
    await beat(pool, 'pool-alive', 'service')
    await pool.query(`update worker_pools set seen_at = now() - interval '1 minute' where id = 'pool-dead'`)

    const worker = await serviceWorker()
    await expect.poll(() => statusOf(dead), { timeout: 20_000 }).toBe('ready')
    expect(await statusOf(alive)).toBe('queued')
    await worker.stop()
    const { rows } = await pool.query('select id from worker_pools order by id')
    expect(rows).toEqual([{ id: 'pool-alive' }])
  })

  test('is one worker’s work at a time', async () => {
    const { pool } = database.owner
    const holder = await pool.connect()
    await holder.query('begin')
    await holder.query('select pg_advisory_xact_lock(7482302)')
    const unlocked: string[] = []
    const swept = await sweepDead(pool, async (ids) => {
      unlocked.push(...ids)
    })
    await holder.query('rollback')
    holder.release()
    expect([swept, unlocked]).toEqual([[], []])
  })
})
