import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createResendSender } from '#app/integrations/resend.server.ts'
import { createSealer } from '#app/platform/sealer.server.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { queueMail } from './queue-mail.ts'
import { readOutbox } from './read-outbox.ts'
import { sendQueuedMail } from './send-queued-mail.ts'
import { sweepMails } from './sweep-mails.ts'

const database = cloneTestDatabase()
const sealer = createSealer(['a-key-of-the-tests-000000000000000001'])

/** What a stand-in of Resend was asked, and how it answers. */
const asked: { path: string; key: string; authorization: string; body: Record<string, unknown> }[] = []
let status = 200
const resend = createServer((request, response) => {
  let text = ''
  request.on('data', (piece) => {
    text += piece
  })
  request.on('end', () => {
    const { headers, url: path = '' } = request
    const key = String(headers['idempotency-key'])
    asked.push({ path, key, authorization: String(headers.authorization), body: JSON.parse(text) })
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(
      JSON.stringify(
        status === 200 ? { id: 'sent' } : { name: 'a_fault', statusCode: status, message: 'no' },
      ),
    )
  })
})
let baseUrl = ''
beforeAll(async () => {
  resend.listen(0, '127.0.0.1')
  await once(resend, 'listening')
  const address = resend.address()
  baseUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})
afterAll(() => {
  resend.closeAllConnections()
  resend.close()
})

async function queued(to: string): Promise<string> {
  await database.app.prisma.$transaction((tx) =>
    queueMail(tx, sealer, {
      to,
      template: 'reset',
      subject: 'A link for <you>',
      paragraphs: ['Use this & <b>nothing</b> else.'],
      action: { label: 'Open it', url: 'https://threadr.example/reset?token=abc&x="1"' },
    }),
  )
  return (await database.owner.prisma.mail.findFirstOrThrow({ where: { to } })).id
}
const work = (given: { baseUrl?: string } | null) => ({
  prisma: database.owner.prisma,
  sealer,
  logger: database.logger,
  send:
    given &&
    createResendSender({ apiKey: 're_key', from: 'Threadr <mail@threadr.example>', baseUrl, ...given }),
})

describe('a message', () => {
  test('is sent through Resend once, under its own key, and its text is forgotten', async () => {
    const id = await queued('ada@example.com')
    const before = await database.owner.prisma.mail.findUniqueOrThrow({ where: { id } })
    expect(before.body).not.toContain('token')
    asked.length = 0
    await sendQueuedMail(work({}), id)
    await sendQueuedMail(work({}), id)
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatchObject({
      path: '/emails',
      key: id,
      authorization: 'Bearer re_key',
      body: { from: 'Threadr <mail@threadr.example>', to: 'ada@example.com', subject: 'A link for <you>' },
    })
    expect(asked[0]?.body.text).toContain('https://threadr.example/reset?token=abc&x="1"')
    expect(asked[0]?.body.html).toContain('Use this &amp; &lt;b&gt;nothing&lt;/b&gt; else.')
    expect(asked[0]?.body.html).toContain(
      'href="https://threadr.example/reset?token=abc&amp;x=&quot;1&quot;"',
    )
    expect(await database.owner.prisma.mail.findUniqueOrThrow({ where: { id } })).toMatchObject({
      body: null,
      sentAt: expect.any(Date),
    })
  })

  test.each([429, 500, 503])('is tried again under the same key after a %i', async (fault) => {
    const id = await queued(`after-${fault}@example.com`)
    asked.length = 0
    status = fault
    await expect(sendQueuedMail(work({}), id)).rejects.toThrow('did not take the message')
    status = 200
    await sendQueuedMail(work({}), id)
    expect(asked.map(({ key }) => key)).toEqual([id, id])
  })

  test('is tried again where Resend can’t be reached, and given up where it is refused', async () => {
    const id = await queued('unreachable@example.com')
    await expect(sendQueuedMail(work({ baseUrl: 'http://127.0.0.1:1' }), id)).rejects.toThrow()
    status = 422
    await sendQueuedMail(work({}), id)
    status = 200
    expect((await database.owner.prisma.mail.findUniqueOrThrow({ where: { id } })).sentAt).toBeNull()
  })

  test('that nothing sends lies in the outbox, newest first', async () => {
    const id = await queued('first@example.com')
    await sendQueuedMail(work(null), id)
    await queued('second@example.com')
    const shown = await readOutbox(database.app.prisma, sealer)
    expect(shown.slice(0, 2).map(({ to }) => to)).toEqual(['second@example.com', 'first@example.com'])
    expect(shown[1]?.text).toContain('Open it:\nhttps://threadr.example/reset?token=abc')
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

  test('goes after 30 days', async () => {
    const id = await queued('old@example.com')
    await database.owner.pool.query(
      `update mails set created_at = now() - interval '30 days 1 hour' where id = $1`,
      [id],
    )
    expect(await sweepMails(database.owner.prisma)).toBe(1)
    expect(await database.owner.prisma.mail.findUnique({ where: { id } })).toBeNull()
  })
})
