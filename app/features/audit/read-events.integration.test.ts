import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { type EventFilter, readEvents } from './read-events.ts'
import { recordEvent } from './record-event.ts'
import { sweepEvents } from './sweep-events.ts'

const database = cloneTestDatabase()
const ada = { kind: 'user' as const, id: 'ada' }
const bob = { kind: 'user' as const, id: 'bob' }

/** Adds an event as it would stand there after so many days. */
const addedDaysAgo = (days: number, subjectId: string) =>
  database.owner.pool.query(
    `insert into audit_events (id, at, actor_kind, action, subject_kind, subject_id, reason_code)
     values (gen_random_uuid(), now() - $1 * interval '1 day', 'system', 'test.done', 'old', $2, 'none')`,
    [days, subjectId],
  )

describe('reading the audit trail', () => {
  test('finds by actor, action, subject and time, newest first, page by page', async () => {
    for (let number = 1; number <= 5; number += 1) {
      // Each in a millisecond of its own, which is as exactly as times are kept.
      await sleep(2)
      await recordEvent(database.app.prisma, {
        actor: number % 2 ? ada : bob,
        action: number < 3 ? 'session.began' : 'session.ended',
        subject: { kind: 'session', id: `${number}` },
        reasonCode: 'asked',
      })
    }
    await recordEvent(database.app.prisma, {
      actor: { kind: 'system' },
      action: 'user.suspended',
      subject: { kind: 'user', id: 'ada' },
      reasonCode: 'fraud',
    })
    const found = async (filter: EventFilter) =>
      (await readEvents(database.app.prisma, filter, { size: 50 })).events.map(({ subject }) => subject.id)
    expect(await found({ actor: ada })).toEqual(['5', '3', '1'])
    expect(await found({ actor: bob, action: 'session.ended' })).toEqual(['4'])
    expect(await found({ action: 'session.' })).toEqual(['5', '4', '3', '2', '1'])
    expect(await found({ actor: { kind: 'system' } })).toEqual(['ada'])
    expect(await found({ subject: { kind: 'session', id: '2' } })).toEqual(['2'])
    expect(await found({ subject: { kind: 'user' } })).toEqual(['ada'])
    const { events } = await readEvents(database.app.prisma, {}, { size: 50 })
    expect(events).toHaveLength(6)
    const third = events.find(({ subject }) => subject.id === '3')
    expect(await found({ since: third?.at, action: 'session.' })).toEqual(['5', '4', '3'])
    expect(await found({ until: third?.at })).toEqual(['2', '1'])

    const first = await readEvents(database.app.prisma, { action: 'session.' }, { size: 2 })
    const second = await readEvents(
      database.app.prisma,
      { action: 'session.' },
      { size: 2, before: first.next ?? '' },
    )
    const last = await readEvents(
      database.app.prisma,
      { action: 'session.' },
      { size: 2, before: second.next ?? '' },
    )
    expect([first, second, last].flatMap((page) => page.events.map(({ subject }) => subject.id))).toEqual([
      '5',
      '4',
      '3',
      '2',
      '1',
    ])
    expect(last.next).toBeNull()
  })
})

describe('the sweep', () => {
  const kept = async () =>
    (await database.owner.prisma.auditEvent.findMany({ where: { subjectKind: 'old' } })).map(
      (row) => row.subjectId,
    )

  test('removes what is older than is to be kept, and never what is younger than 30 days', async () => {
    await addedDaysAgo(500, 'past')
    await addedDaysAgo(399, 'within')
    await addedDaysAgo(31, 'month')
    await addedDaysAgo(1, 'yesterday')
    expect(await sweepEvents(database.owner.pool, 400)).toBe(1)
    expect((await kept()).sort()).toEqual(['month', 'within', 'yesterday'])
    await sweepEvents(database.owner.pool, 0)
    expect(await kept()).toEqual(['yesterday'])
  })

  test('is nobody’s but the worker’s, and leaves nothing open for others', async () => {
    await addedDaysAgo(500, 'past')
    await expect(sweepEvents(database.app.pool, 400)).rejects.toThrow('permission denied')
    await expect(database.owner.pool.query('delete from audit_events')).rejects.toThrow(
      'never changed nor removed',
    )
    const client = await database.owner.pool.connect()
    try {
      await client.query(`begin`)
      await client.query(`select set_config('threadr.audit_sweep', 'on', true)`)
      await expect(client.query(`delete from audit_events where subject_id = 'yesterday'`)).rejects.toThrow(
        'never changed nor removed',
      )
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})
