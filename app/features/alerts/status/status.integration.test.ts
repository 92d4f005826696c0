import { describe, expect, test } from 'vitest'
import { alertWorld } from '#tests/setup/alert-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { components } from '../components.ts'
import { judgeMinutes } from './judge-minutes.ts'
import { readStatus } from './read-status.ts'

const database = cloneTestDatabase()
const world = alertWorld(database)

const beat = (process: string, at: string) => world.seed('threadr_beats', { process }, 4, new Date(at))
const both = async (...minutes: string[]) => {
  for (const at of minutes) for (const process of ['web', 'worker']) await beat(process, at)
}
const judge = (now: string, countsAbsence = true) =>
  judgeMinutes(database.owner.pool, { now: new Date(now), countsAbsence })
const days = async () => {
  const rows = await database.owner.prisma.componentDay.findMany({
    orderBy: [{ day: 'asc' }, { component: 'asc' }],
  })
  return rows.map(({ component, day, watched, impaired, down }) =>
    [component, day.toISOString().slice(5, 10), watched, impaired, down].join(' '),
  )
}

describe('the days of components', () => {
  test('begin with the first minute in which Threadr ran, and end at midnight in UTC', async () => {
    await judge('2026-11-28T23:55:30Z')
    expect(await days()).toEqual([])
    await both('2026-11-28T23:58:00Z', '2026-11-28T23:59:10Z', '2026-11-29T00:00:00Z')
    await beat('worker', '2026-11-29T00:01:00Z')
    await judge('2026-11-29T00:03:30Z')
    expect(await days()).toEqual([
      'generation 11-28 2 0 0',
      'mail 11-28 2 0 0',
      'payments 11-28 2 0 0',
      'web 11-28 2 0 0',
      'generation 11-29 2 0 0',
      'mail 11-29 2 0 0',
      'payments 11-29 2 0 1',
      'web 11-29 2 0 1',
    ])
  })

  test('count each minute once, however often and by however many they are judged', async () => {
    await both('2026-11-29T10:00:00Z', '2026-11-29T10:01:00Z')
    for (const now of [
      '2026-11-29T10:02:00Z',
      '2026-11-29T10:02:50Z',
      '2026-11-29T10:04:00Z',
      '2026-11-29T10:04:10Z',
    ])
      await judge(now)
    expect((await days()).filter((day) => day.startsWith('web'))).toEqual(['web 11-29 3 0 1'])
  })

  test('count what was off as down on a server, and as not watched on a computer of one’s own', async () => {
    for (const [countsAbsence, expected] of [
      [true, 'web 11-29 3 0 1'],
      [false, 'web 11-29 2 0 0'],
    ] as const) {
      await database.owner.pool.query('truncate measure_minutes, watch_marks, component_days')
      await both('2026-11-29T10:00:00Z', '2026-11-29T10:02:00Z')
      await judge('2026-11-29T10:04:00Z', countsAbsence)
      expect((await days()).filter((day) => day.startsWith('web'))).toEqual([expected])
    }
  })

  test('are down where most requests failed or a rule says so, and impaired where fewer did', async () => {
    const requests = (status: string, count: number, at: string) =>
      world.seed('threadr_http_requests_total', { status }, count, new Date(at))
    await both('2026-11-29T10:00:00Z', '2026-11-29T10:01:00Z', '2026-11-29T10:02:00Z', '2026-11-29T10:03:00Z')
    await requests('5xx', 6, '2026-11-29T10:00:00Z')
    await requests('2xx', 5, '2026-11-29T10:00:00Z')
    await requests('5xx', 2, '2026-11-29T10:01:00Z')
    await requests('2xx', 10, '2026-11-29T10:01:00Z')
    await requests('5xx', 3, '2026-11-29T10:02:00Z')
    const at = new Date('2026-11-29T10:01:20Z')
    const alert = { value: 1, pendingAt: at, firedAt: at, seenAt: at }
    await database.owner.prisma.alert.createMany({
      data: [
        { ...alert, rule: 'model-resting', state: 'firing' },
        { ...alert, rule: 'mail-resting', state: 'cleared', clearedAt: new Date('2026-11-29T10:02:10Z') },
        { ...alert, rule: 'jobs-given-up', state: 'firing' },
      ],
    })
    await judge('2026-11-29T10:05:00Z')
    expect(await days()).toEqual([
      'generation 11-29 4 3 0',
      'mail 11-29 4 0 2',
      'payments 11-29 4 0 0',
      'web 11-29 4 1 1',
    ])
  })
})

describe('the status', () => {
  const read = () => readStatus(database.app, components, new Date('2026-11-29T12:00:00Z'))

  test('tells of ninety days, of which nothing is known before Threadr ran', async () => {
    await database.owner.prisma.componentDay.createMany({
      data: [
        { component: 'web', day: new Date('2026-11-28'), watched: 1440, down: 36 },
        { component: 'web', day: new Date('2026-11-29'), watched: 720 },
        { component: 'web', day: new Date('2026-08-31'), watched: 1440, down: 1440 },
      ],
    })
    const status = await read()
    const [web] = status.components
    expect(web?.days).toHaveLength(90)
    expect(web?.days.slice(-3)).toMatchObject([
      { day: '2026-11-27', state: null },
      { day: '2026-11-28', state: 'down', minutesDown: 36 },
      { day: '2026-11-29', state: 'up' },
    ])
    expect(web?.days[0]).toMatchObject({ day: '2026-09-01', state: null })
    expect(web?.uptime).toBeCloseTo(98.33, 2)
    expect(status.components.map(({ state }) => state)).toEqual(['up', 'up', 'up', 'up'])
  })

  test('tells what goes on first, and nothing of rules, values and people', async () => {
    const at = new Date('2026-11-29T10:00:00Z')
    const { id: writtenBy } = await database.owner.prisma.user.create({ data: { name: 'Ada Secret' } })
    await database.owner.prisma.alert.createMany({
      data: [
        { rule: 'payments-resting', state: 'firing', value: 417, pendingAt: at, firedAt: at, seenAt: at },
        { rule: 'spend-unusual', state: 'firing', value: 417, pendingAt: at, firedAt: at, seenAt: at },
        { rule: 'queue-old', state: 'pending', value: 417, pendingAt: at, seenAt: at },
        {
          rule: 'workers-gone',
          state: 'cleared',
          value: 0,
          pendingAt: at,
          firedAt: at,
          clearedAt: new Date('2026-11-29T10:20:00Z'),
          seenAt: at,
          acknowledgedBy: writtenBy,
        },
      ],
    })
    await database.owner.prisma.incidentNote.create({
      data: { title: 'Card payments', text: 'Try later.', component: 'payments', writtenBy, createdAt: at },
    })
    const status = await read()
    expect(status.components.find(({ name }) => name === 'payments')?.state).toBe('down')
    expect(status.components.find(({ name }) => name === 'generation')?.state).toBe('up')
    expect(status.incidents.map(({ title, endedAt }) => [title, endedAt !== null])).toEqual([
      ['Card payments', false],
      ['Plans can’t be bought', false],
      ['Threads not written', true],
    ])
    expect(JSON.stringify(status)).not.toMatch(/resting|gone|spend|417|Secret/)
    expect(JSON.stringify(status)).not.toContain(writtenBy)
  })

  test('tells nothing of payments where nothing is sold', async () => {
    await database.owner.prisma.alert.create({
      data: {
        rule: 'payments-resting',
        state: 'firing',
        value: 1,
        pendingAt: world.now(),
        firedAt: world.now(),
        seenAt: world.now(),
      },
    })
    const { components: shown, incidents } = await readStatus(database.app, ['web', 'generation', 'mail'])
    expect(shown.map(({ name }) => name)).toEqual(['web', 'generation', 'mail'])
    expect(incidents).toEqual([])
  })
})
