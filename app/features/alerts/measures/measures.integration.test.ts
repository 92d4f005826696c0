import { beforeEach, describe, expect, test } from 'vitest'
import { createDatabase } from '#app/platform/db.server.ts'
import { createMetrics } from '#app/platform/metrics/create-metrics.ts'
import { createRecordingLogger } from '#tests/setup/recording-logger.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { readRegistry } from './read-registry.ts'
import { sweepMeasures } from './sweep-measures.ts'
import { createMeasuring } from './write-measures.ts'

const database = cloneTestDatabase()
beforeEach(() => database.owner.pool.query('truncate measure_minutes, measure_hours, measure_sources'))

type Query = (text: string, values: unknown[]) => Promise<unknown>

/** A process that counts, with a registry of its own. */
function process(query: Query = (text, values) => database.app.pool.query(text, values)) {
  const metrics = createMetrics({ ofProcess: false })
  metrics.knowRoutes(['routes/_index', 'routes/pricing', 'routes/threads.$threadId_.progress'])
  const { logger, lines } = createRecordingLogger()
  const read = () => readRegistry(metrics.registry)
  const measuring = createMeasuring({ pool: { query }, kind: 'web', read, logger })
  const request = (route: string, status: number, seconds = 0.05) =>
    metrics.request({ route, method: 'GET', status, seconds })
  return { measuring, request, metrics, lines }
}

const kept = async (table = 'measure_minutes') => {
  const { rows } = await database.owner.pool.query<{ series: string; value: number }>(
    `select name || labels as series, sum(value) as value from ${table} group by 1 order by 1`,
  )
  return Object.fromEntries(rows.map(({ series, value }) => [series, value]))
}
/** What lies below an end lies below all that come after it. */
const bucketsFrom = (first: string, count: number) => {
  const ends = ['0.05', '0.1', '0.25', '0.5', '1', '2.5', '5', '10', '30', '+Inf']
  return Object.fromEntries(
    ends.slice(ends.indexOf(first)).map((le) => [`threadr_http_request_seconds{"le":"${le}"}`, count]),
  )
}
const beats = 'threadr_beats{"process":"web"}'
const failed = 'threadr_http_requests_total{"status":"5xx"}'
const worked = 'threadr_http_requests_total{"status":"2xx"}'

describe('what processes count', () => {
  test('is added up over them by the labels that rules ask for, held requests aside', async () => {
    const [one, other] = [process(), process()]
    one.request('routes/_index', 200)
    one.request('routes/pricing', 500, 0.5)
    one.request('routes/threads.$threadId_.progress', 200, 20)
    one.request('other', 400)
    other.request('routes/_index', 200)
    await Promise.all([one.measuring.flush(), other.measuring.flush()])
    expect(await kept()).toEqual({
      [beats]: 2,
      [worked]: 3,
      [failed]: 1,
      ...bucketsFrom('0.05', 2),
      ...bucketsFrom('0.5', 3),
    })
    one.request('routes/_index', 200)
    await one.measuring.flush()
    await one.measuring.flush()
    expect(await kept()).toMatchObject({ [worked]: 4, [beats]: 4 })
  })

  test('waits while the database is away, and is written once it is there, each of it once', async () => {
    const away = createDatabase({
      url: 'postgres://nobody@127.0.0.1:1/none',
      poolMax: 1,
      name: 'away',
      logger: database.logger,
    })
    let isAway = true
    const { measuring, request, lines } = process((text, values) =>
      (isAway ? away : database.app).pool.query(text, values),
    )
    for (let turn = 0; turn < 5; turn += 1) {
      request('routes/_index', 200)
      await measuring.flush()
    }
    expect(lines).toHaveLength(5)
    expect(await kept()).toEqual({})
    isAway = false
    await measuring.flush()
    expect(await kept()).toMatchObject({ [worked]: 5 })
    await away.close()
  })

  test('counts once where the answer to a batch got lost', async () => {
    let isLost = true
    const { measuring, request } = process(async (text, values) => {
      await database.app.pool.query(text, values)
      if (isLost) throw new Error('the connection was lost')
    })
    request('routes/_index', 200)
    await measuring.flush()
    expect(await kept()).toMatchObject({ [worked]: 1 })
    request('routes/_index', 200)
    await measuring.flush()
    isLost = false
    await measuring.flush()
    expect(await kept()).toMatchObject({ [worked]: 2 })
  })

  test('is written a last time when a process stops, which then is no longer among those alive', async () => {
    const { measuring, request } = process()
    await measuring.flush()
    expect(await database.owner.prisma.measureSource.count()).toBe(1)
    request('routes/_index', 500)
    await measuring.stop()
    expect(await kept()).toMatchObject({ [failed]: 1 })
    expect(await database.owner.prisma.measureSource.count()).toBe(0)
  })
})

describe('the sweep', () => {
  const minute = (at: string, value: number) =>
    database.owner.prisma.measureMinute.create({
      data: { minute: new Date(at), name: 'threadr_sign_ups_total', labels: '{}', value },
    })
  const hours = async () =>
    (await database.owner.prisma.measureHour.findMany({ orderBy: { hour: 'asc' } })).map(
      ({ hour, value }) => `${hour.toISOString().slice(0, 13)} ${value}`,
    )

  test('sums minutes up by the hour, any number of times, and those that come late too', async () => {
    await minute('2026-11-29T10:00:00Z', 1)
    await minute('2026-11-29T10:59:00Z', 2)
    await minute('2026-11-29T11:00:00Z', 4)
    const sweep = () => sweepMeasures(database.owner.pool, new Date('2026-11-29T11:05:00Z'))
    await sweep()
    await sweep()
    expect(await hours()).toEqual(['2026-11-29T10 3', '2026-11-29T11 4'])
    await minute('2026-11-29T11:04:00Z', 8)
    await sweep()
    expect(await hours()).toEqual(['2026-11-29T10 3', '2026-11-29T11 12'])
  })

  test('keeps an hour whole when its minutes are gone, and eight weeks of hours', async () => {
    await minute('2026-11-29T10:10:00Z', 1)
    await minute('2026-11-29T10:50:00Z', 2)
    await sweepMeasures(database.owner.pool, new Date('2026-11-29T11:05:00Z'))
    await sweepMeasures(database.owner.pool, new Date('2026-12-02T10:30:00Z'))
    expect(await database.owner.prisma.measureMinute.count()).toBe(1)
    await sweepMeasures(database.owner.pool, new Date('2026-12-02T10:40:00Z'))
    expect(await hours()).toEqual(['2026-11-29T10 3'])
    await sweepMeasures(database.owner.pool, new Date('2027-01-24T10:00:00Z'))
    expect(await hours()).toEqual(['2026-11-29T10 3'])
    await sweepMeasures(database.owner.pool, new Date('2027-01-25T11:00:00Z'))
    expect(await hours()).toEqual([])
  })
})
