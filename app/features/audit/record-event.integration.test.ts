import { describe, expect, test } from 'vitest'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { originOf } from './event-origin.ts'
import { actorOf, recordEvent } from './record-event.ts'

const database = cloneTestDatabase()
const visitorId = '019ab000-0000-7000-8000-000000000001'
const event = {
  actor: actorOf({ visitorId }),
  action: 'content.refused',
  subject: { kind: 'submission', id: null },
  reasonCode: 'threat',
  data: { rule: 'threat/first-person' },
}

describe('the audit trail', () => {
  test('takes an event from the web process, and says when it was', async () => {
    await recordEvent(database.app.prisma, event)
    expect(await database.owner.prisma.auditEvent.findFirst({ where: { actorId: visitorId } })).toMatchObject(
      {
        at: expect.any(Date),
        actorKind: 'visitor',
        action: 'content.refused',
        subjectKind: 'submission',
        subjectId: null,
        reasonCode: 'threat',
        data: { rule: 'threat/first-person' },
      },
    )
  })

  test('keeps it where the transaction around it is rolled back only if it stands outside', async () => {
    const subject = { kind: 'generation', id: 'rolled-back' }
    const work = database.app.prisma.$transaction(async (tx) => {
      await recordEvent(tx, { ...event, subject })
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(await database.owner.prisma.auditEvent.count({ where: { subjectId: subject.id } })).toBe(0)
  })

  test.each([
    ['update', `update audit_events set reason_code = 'none'`],
    ['delete', 'delete from audit_events'],
    ['truncate', 'truncate audit_events'],
  ])(
    'lets nobody %s it, the web process by its rights and everybody by a trigger',
    async (_what, statement) => {
      await recordEvent(database.app.prisma, event)
      const before = await database.owner.prisma.auditEvent.count()
      await expect(database.app.pool.query(statement)).rejects.toThrow(
        'permission denied for table audit_events',
      )
      await expect(database.owner.pool.query(statement)).rejects.toThrow('never changed nor removed')
      expect(await database.owner.prisma.auditEvent.count()).toBe(before)
    },
  )

  test('keeps of where a deed came from the network and what the browser calls itself', async () => {
    const subject = { kind: 'session', id: 'from-somewhere' }
    const request = new Request('http://localhost/', {
      headers: { 'User-Agent': `Browser/1 ${'x'.repeat(999)}` },
    })
    await recordEvent(database.app.prisma, { ...event, subject, origin: originOf(request, '203.0.113.7') })
    const [kept] = await database.owner.prisma.auditEvent.findMany({ where: { subjectId: subject.id } })
    expect(kept).toMatchObject({ ip: '203.0.113.0/24', userAgent: expect.stringMatching(/^Browser\/1 x+$/) })
    expect(kept?.userAgent).toHaveLength(300)
  })

  test('gives the web process no right to more', async () => {
    const { rows } = await database.app.pool.query(
      `select privilege_type from information_schema.role_table_grants
       where table_name = 'audit_events' and grantee = current_user order by 1`,
    )
    expect(rows.map((row) => row.privilege_type)).toEqual(['INSERT', 'SELECT'])
  })
})
