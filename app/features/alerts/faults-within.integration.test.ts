import { runTaskListOnce } from 'graphile-worker'
import { describe, expect, test } from 'vitest'
import { createMetrics } from '#app/platform/metrics/create-metrics.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { queueLogger } from '#jobs/queue-logger.ts'
import { runTask } from '#jobs/run-task.ts'
import { watchedTask } from '#jobs/watched-task.ts'
import { submitted } from '#tests/factories/submissions.ts'
import { alertFaults } from '#tests/setup/alert-faults.ts'
import { alertWorld } from '#tests/setup/alert-world.ts'
import { startBrokenServer } from '#tests/setup/broken-server.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { readRegistry } from './measures/read-registry.ts'
import { createMeasuring } from './measures/write-measures.ts'

const database = cloneTestDatabase()
const world = alertWorld(database)
const { fires, clears } = alertFaults(world)
const { pool, prisma } = { pool: () => database.owner.pool, prisma: () => database.owner.prisma }

test('with nothing wrong nothing fires for hours', async () => {
  await submitted(database.app.prisma, { lane: 'command-that-is-gone' })
  for (let minute = 0; minute < 120; minute += 20) {
    await world.seed('threadr_http_requests_total', { status: '2xx' }, 1000, world.now())
    await world.seed('threadr_jobs_total', { outcome: 'done' }, 50, world.now())
    await world.pass(20, 2)
  }
  expect(await prisma().alert.count()).toBe(0)
})

describe('processes', () => {
  test('web that is gone', async () => {
    world.die('web')
    await fires('web-gone', 4)
    world.rise('web')
    await clears('web-gone', 3)
  })

  test('workers that are gone, though jobs wait for them too', async () => {
    world.die('worker')
    await submitted(database.app.prisma)
    await fires('workers-gone', 4)
    await world.pass(10)
    expect(await world.firing()).toEqual(['workers-gone'])
    await pool().query('delete from graphile_worker._private_jobs')
    world.rise('worker')
    await clears('workers-gone', 3)
  })
})

describe('pages', () => {
  const requests = (status: string, count: number, minutesAgo = 0) =>
    world.seed('threadr_http_requests_total', { status }, count, world.ago(minutesAgo))

  test('that fail often', async () => {
    let status = 200
    const server = await startBrokenServer(database, () => status)
    const ask = (times: number) =>
      Promise.all(Array.from({ length: times }, () => fetch(`${server.address}/asked`)))
    await ask(100)
    status = 500
    await ask(12)
    await server.writeDown()
    await fires('errors-fast', 5)
    await clears('errors-fast', 10)
    await server.close()
  })

  test('that fail now and then for hours', async () => {
    for (let ago = 0; ago <= 300; ago += 10) {
      await requests('2xx', 990, ago)
      await requests('5xx', 8, ago)
    }
    await fires('errors-slow', 14, async () => {
      await requests('2xx', 99)
      await requests('5xx', 1)
    })
    await clears('errors-slow', 60)
  })

  test('that fail, but only a few times', async () => {
    await requests('2xx', 10)
    await requests('5xx', 9)
    await world.pass(15)
    expect(await world.firing()).toEqual([])
  })

  test('that are slow', async () => {
    const slow = async () => {
      for (const [le, count] of [
        ['1', 90],
        ['2.5', 94],
        ['5', 100],
        ['+Inf', 100],
      ] as const)
        await world.seed('threadr_http_request_seconds', { le }, count, world.now())
    }
    await slow()
    await fires('pages-slow', 7)
    expect((await world.alertOf('pages-slow')).value).toBeCloseTo(2.92, 1)
    await clears('pages-slow', 12)
  })
})

test('requests that are turned away, which makes pages slow too', async () => {
  const metrics = createMetrics({ ofProcess: false })
  const measuring = createMeasuring({
    pool: pool(),
    kind: 'web',
    read: () => readRegistry(metrics.registry),
    logger: database.logger,
  })
  for (let time = 0; time < 20; time += 1) metrics.shed(time % 2 === 0 ? 'new' : 'dear')
  await measuring.flush()
  await fires('requests-shed', 8, async () => {
    await world.seed('threadr_requests_shed_total', {}, 10, world.now())
    for (const le of ['5', '+Inf']) await world.seed('threadr_http_request_seconds', { le }, 50, world.now())
  })
  expect((await world.alertOf('requests-shed')).value).toBeGreaterThanOrEqual(10)
  await clears('requests-shed', 20)
})

describe('jobs', () => {
  const metrics = createMetrics({ ofProcess: false })
  /** What a worker does with the jobs that wait, of which all fail. */
  async function failOnce(): Promise<void> {
    await pool().query('update graphile_worker._private_jobs set run_at = now()')
    const { logger } = database
    const failing = runTask('generate_thread', jobCatalog.generate_thread.payload, logger, async () => {
      throw new Error('of the test')
    })
    const client = await pool().connect()
    try {
      await runTaskListOnce(
        { noHandleSignals: true, logger: queueLogger(logger) },
        { generate_thread: watchedTask('generate_thread', failing, { metrics }) },
        client,
      )
    } finally {
      client.release()
    }
  }

  test('that nobody takes', async () => {
    await submitted(database.app.prisma)
    await fires('queue-old', 7)
    await pool().query('delete from graphile_worker._private_jobs')
    await clears('queue-old', 6)
  })

  test('that a living worker does not let go of', async () => {
    await submitted(database.app.prisma)
    await pool().query(
      `update graphile_worker._private_jobs set locked_by = 'pool-of-the-test', locked_at = now() - interval '25 minutes'`,
    )
    await fires('jobs-locked', 9)
    await pool().query('delete from graphile_worker._private_jobs')
    await clears('jobs-locked', 3)
  })

  test('that failed at their last try', async () => {
    await submitted(database.app.prisma)
    for (let turn = 0; turn < jobCatalog.generate_thread.maxAttempts; turn += 1) await failOnce()
    await fires('jobs-given-up', 2)
    await clears('jobs-given-up', 64)
  })

  test('of which many tries fail', async () => {
    for (let job = 0; job < 10; job += 1) await submitted(database.app.prisma)
    await failOnce()
    const { logger } = database
    const read = () => readRegistry(metrics.registry)
    await createMeasuring({ pool: pool(), kind: 'worker', read, logger }).flush()
    // They would be due again in the next minute.
    await pool().query('delete from graphile_worker._private_jobs')
    await fires('jobs-failing', 4)
    await clears('jobs-failing', 14)
  })
})

describe('what is usual', () => {
  /** So many at this hour, and at the next, of each of some past weeks, in which Threadr ran. */
  async function usual(name: string, values: number[]): Promise<void> {
    for (const [at, value] of values.entries()) {
      for (const later of [0, 60]) {
        const week = world.ago((at + 1) * 7 * 24 * 60 - later)
        await world.seed('threadr_beats', { process: 'web' }, 240, week)
        await world.seed(name, {}, value, week)
      }
    }
  }
  const lately = (name: string, value: number) => world.seed(name, {}, value, world.now())

  test('models that cost far more than at this hour of past weeks', async () => {
    await usual('threadr_model_cost_cents_total', [300, 200, 5000, 250])
    await lately('threadr_model_cost_cents_total', 800)
    await world.pass(2)
    expect(await world.firing()).toEqual([])
    await lately('threadr_model_cost_cents_total', 100)
    await fires('spend-unusual', 2)
    await clears('spend-unusual', 75)
  })

  test('nothing is unusual before there are three weeks', async () => {
    await usual('threadr_model_cost_cents_total', [1, 1])
    await lately('threadr_model_cost_cents_total', 90_000)
    await world.pass(5)
    expect(await world.firing()).toEqual([])
  })

  test('many sign-ups', async () => {
    await usual('threadr_sign_ups_total', [5, 6, 4])
    await lately('threadr_sign_ups_total', 30)
    await fires('sign-ups-many', 2)
    await clears('sign-ups-many', 75)
  })

  test('hardly any sign-ups, in an hour in which Threadr ran', async () => {
    await usual('threadr_sign_ups_total', [40, 60, 50])
    await fires('sign-ups-few', 70)
    await lately('threadr_sign_ups_total', 12)
    await clears('sign-ups-few', 15)
  })
})

test('a digest that nobody writes', async () => {
  const { id: userId } = await prisma().user.create({ data: { name: 'Ada' } })
  await prisma().digestSetting.create({
    data: { userId, rhythm: 'daily', hour: 8, weekday: 1, zone: 'UTC', nextAt: world.ago(25) },
  })
  await fires('digests-late', 14)
  await prisma().digestSetting.updateMany({ data: { nextAt: new Date(world.now().getTime() + 86_400_000) } })
  await clears('digests-late', 5)
})
