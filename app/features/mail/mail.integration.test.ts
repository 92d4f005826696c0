import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSealer } from '#app/platform/sealer.server.ts'
import { type FakeResend, startFakeResend } from '#tests/fakes/resend/server.ts'
import { mailWorld } from '#tests/setup/mail-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { queueMail } from './queue-mail.ts'
import { readOutbox } from './read-outbox.ts'
import { sweepMails } from './sweep-mails.ts'

const database = cloneTestDatabase()
const { sealer, queued, worker, mailOf } = mailWorld(database)
let resend: FakeResend
beforeAll(async () => {
  resend = await startFakeResend()
})
afterAll(() => resend.close())

describe('a message', () => {
  test('is sent through Resend once, under its own key, and its text is forgotten', async () => {
    const id = await queued({ to: 'Ada+threads@Example.com' })
    expect((await mailOf(id)).body).not.toContain('token')
    const send = worker({ resend })
    await send(id)
    await send(id)
    expect(resend.requests).toHaveLength(1)
    expect(resend.mails[0]).toMatchObject({
      key: id,
      from: 'Threadr <mail@threadr.example>',
      to: 'ada+threads@example.com',
      subject: 'A link for <you>',
      tags: [{ name: 'mail', value: id }],
    })
    expect(resend.mails[0]?.text).toContain('https://threadr.example/reset?token=abc&x="1"')
    expect(await mailOf(id)).toMatchObject({
      state: 'sent',
      provider: 'resend',
      providerId: resend.mails[0]?.id,
      body: null,
      sentAt: expect.any(Date),
    })
  })

  test('that nothing sends lies in the outbox, newest first', async () => {
    const id = await queued({ to: 'first@example.com' })
    await worker(null)(id)
    await queued({ to: 'second@example.com' })
    const shown = await readOutbox(database.app.prisma, sealer)
    expect(shown.slice(0, 2).map(({ to }) => to)).toEqual(['second@example.com', 'first@example.com'])
    expect(shown[1]?.text).toContain('https://threadr.example/reset?token=abc')
    const [other] = await readOutbox(
      database.app.prisma,
      createSealer(['another-key-of-the-tests-00000000001']),
    )
    expect(other?.text).toContain('no longer set')
  })

  test('that rolled back was never there, nor its job', async () => {
    const jobs = () => database.owner.pool.query('select count(*)::int as n from graphile_worker.jobs')
    const before = (await jobs()).rows
    await database.app.prisma
      .$transaction(async (tx) => {
        await queueMail(tx, sealer, {
          to: 'never@example.com',
          template: 'reset',
          subject: 'x',
          paragraphs: [],
        })
        throw new Error('rolled back')
      })
      .catch(() => {})
    expect(await database.owner.prisma.mail.count({ where: { to: 'never@example.com' } })).toBe(0)
    expect((await jobs()).rows).toEqual(before)
  })

  test('goes one at a time, and one that somebody waits for before a thousand digests', async () => {
    for (const template of ['digest', 'code'] as const)
      await database.app.prisma.$transaction((tx) =>
        queueMail(tx, sealer, { to: `${template}@example.com`, template, subject: 'x', paragraphs: [] }),
      )
    const { rows } = await database.owner.pool.query(
      `select m.template, j.priority, j.queue_name from graphile_worker.jobs j
       join mails m on j.key = 'mail:' || m.id where m.template in ('digest', 'code') order by j.priority`,
    )
    expect(rows).toEqual([
      { template: 'code', priority: 0, queue_name: 'mail' },
      { template: 'digest', priority: 10, queue_name: 'mail' },
    ])
  })

  test('goes after 30 days', async () => {
    const id = await queued()
    await database.owner.pool.query(
      `update mails set created_at = now() - interval '30 days 1 hour' where id = $1`,
      [id],
    )
    expect(await sweepMails(database.owner.prisma)).toBe(1)
    expect(await database.owner.prisma.mail.findUnique({ where: { id } })).toBeNull()
  })

  test('of an account that was deleted meanwhile is not sent', async () => {
    const id = await queued()
    await database.owner.prisma.mail.delete({ where: { id } })
    const before = resend.requests.length
    await worker({ resend })(id)
    expect(resend.requests).toHaveLength(before)
  })
})
