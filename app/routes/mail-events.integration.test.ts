import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FakeResend, startFakeResend } from '#tests/fakes/resend/server.ts'
import { newWebhookSecret, signedResendEvent } from '#tests/fakes/resend/signed-event.ts'
import { mailWorld } from '#tests/setup/mail-world.ts'
import { browserOf } from '#tests/setup/route-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action, loader } from './webhooks.resend.ts'

const database = cloneTestDatabase()
const { queued, worker, mailOf } = mailWorld(database)
const [secret, nextSecret] = [newWebhookSecret(), newWebhookSecret()]
const settings = { RESEND_API_KEY: 're_1', MAIL_FROM: 'mail@threadr.example' }
let resend: FakeResend
beforeAll(async () => {
  resend = await startFakeResend()
})
afterAll(() => resend.close())

const post = (request: Request, variables: Record<string, string> = {}) => {
  const browser = browserOf(database, {
    ...settings,
    RESEND_WEBHOOK_SECRET: `${secret},${nextSecret}`,
    ...variables,
  })
  return action({ request, params: {}, context: browser.context() })
}
async function sent(to?: string): Promise<string> {
  const id = await queued(to === undefined ? {} : { to })
  await worker({ resend })(id)
  return id
}
/** What Resend posts about a message that it took. */
async function eventOf(id: string, type: string, data: object = {}) {
  const { providerId, to, subject } = await mailOf(id)
  return {
    type,
    created_at: '2026-11-26T12:00:00.000Z',
    data: {
      email_id: providerId,
      to: [to],
      subject,
      from: 'mail@threadr.example',
      tags: { mail: id },
      ...data,
    },
  }
}
const bounce = (type: string) => ({ bounce: { message: 'no such mailbox', type, subType: 'General' } })
async function tell(id: string, type: string, data: object = {}): Promise<void> {
  const event = await eventOf(id, type, data)
  expect((await post(signedResendEvent(event, { secret }))).status).toBe(200)
}
const events = () => database.owner.prisma.mailEvent.count()
const reasonOf = async (address: string) =>
  (await database.owner.prisma.mailSuppression.findFirst({ where: { address } }))?.reason ?? null

describe('an event of mail', () => {
  test.each([
    ['is signed with another secret', { secret: newWebhookSecret() }],
    ['was changed on its way', { secret, sent: '{"type":"email.complained"}' }],
    ['is 301 seconds old', { secret, age: 301 }],
    ['is 302 seconds ahead', { secret, age: -302 }],
    ['has no number of its own', { secret, id: '' }],
    ['is huge', { secret, sent: 'x'.repeat(300_000) }],
  ])('that %s is refused, and nothing is written', async (_what, signing) => {
    const id = await sent()
    const [before, row] = [await events(), await mailOf(id)]
    const answer = await post(signedResendEvent(await eventOf(id, 'email.complained'), signing))
    expect(answer.status).toBe(400)
    expect(await events()).toBe(before)
    expect(await mailOf(id)).toEqual(row)
    expect(await reasonOf(row.to)).toBeNull()
  })

  test('that is no event is refused, and there is nothing for a browser', async () => {
    expect((await post(signedResendEvent({ hello: 'you' }, { secret }))).status).toBe(400)
    expect(loader().status).toBe(405)
    const none = await post(signedResendEvent({}, { secret }), { RESEND_WEBHOOK_SECRET: '' })
    expect(none.status).toBe(404)
  })

  test('that is replayed is taken and counts once, also signed with the next secret', async () => {
    const id = await sent()
    const event = await eventOf(id, 'email.delivered')
    const before = await events()
    for (const by of [secret, nextSecret, secret])
      expect((await post(signedResendEvent(event, { secret: by, id: 'msg_again' }))).status).toBe(200)
    expect(await events()).toBe(before + 1)
    expect(await mailOf(id)).toMatchObject({ deliveredAt: new Date('2026-11-26T12:00:00.000Z') })
  })

  test.each([
    ['email.delivered', 'deliveredAt'],
    ['email.delivery_delayed', 'delayedAt'],
    ['email.opened', 'openedAt'],
    ['email.clicked', 'clickedAt'],
  ] as const)('%s is noted at its message', async (type, column) => {
    const id = await sent()
    await tell(id, type)
    const mail = await mailOf(id)
    expect(mail[column]).toEqual(new Date('2026-11-26T12:00:00.000Z'))
    expect(mail.state).toBe('sent')
    expect(await reasonOf(mail.to)).toBeNull()
  })

  test.each([
    ['Permanent', 'bounced'],
    ['Transient', null],
    ['Undetermined', null],
  ])('a bounce that is %s has the address listed as %s', async (type, reason) => {
    const id = await sent()
    await tell(id, 'email.bounced', bounce(type))
    const mail = await mailOf(id)
    expect(mail.bouncedAt).not.toBeNull()
    expect(await reasonOf(mail.to)).toBe(reason)
  })

  test('that a message failed or was kept back says so at the message', async () => {
    const [failed, kept] = [await sent(), await sent()]
    await tell(failed, 'email.failed', { failed: { reason: 'reached_daily_quota' } })
    await tell(kept, 'email.suppressed', { suppressed: { message: 'on our list', type: 'OnAccount' } })
    expect(await mailOf(failed)).toMatchObject({ state: 'refused', reason: 'reached_daily_quota' })
    expect(await mailOf(kept)).toMatchObject({ state: 'suppressed', reason: 'on our list' })
    expect(await reasonOf((await mailOf(kept)).to)).toBe('provider')
  })

  test('of a message whose answer got lost ends the doubt: it is not handed over again', async () => {
    const id = await queued()
    resend.behave(() => ({ kind: 'drop-after-taking' }))
    await worker({ resend })(id).catch(() => {})
    resend.behave(() => ({ kind: 'take' }))
    const [taken] = resend.mails.slice(-1)
    await tell(id, 'email.delivered', { email_id: taken?.id })
    const before = resend.requests.length
    await worker({ resend })(id)
    expect(resend.requests).toHaveLength(before)
    expect(await mailOf(id)).toMatchObject({ state: 'sent', providerId: taken?.id, body: null })
  })

  test('of no message of ours, or of a kind that is new, is written down and left', async () => {
    const id = await sent()
    const row = await mailOf(id)
    await tell(id, 'email.read_aloud')
    const strange = {
      type: 'email.complained',
      created_at: '2026-11-26T12:00:00Z',
      data: { email_id: 'x', to: [row.to] },
    }
    for (const event of [
      strange,
      { type: 'domain.updated', created_at: '2026-11-26T12:00:00Z', data: { id: 'x' } },
    ])
      expect((await post(signedResendEvent(event, { secret }))).status).toBe(200)
    expect(await mailOf(id)).toEqual(row)
    expect(await reasonOf(row.to)).toBeNull()
    const types = await database.owner.prisma.mailEvent.findMany({ where: { mailId: null } })
    expect(types.map(({ type }) => type).sort()).toEqual(['domain.updated', 'email.complained'])
  })
})

describe('an address whose reader complained', () => {
  test('is sent nothing any more, however it is written, and others are', async () => {
    await tell(await sent('complains+news@example.com'), 'email.complained')
    const before = resend.mails.length
    const again = await sent('  Complains+News@EXAMPLE.com ')
    expect(resend.mails).toHaveLength(before)
    expect(await mailOf(again)).toMatchObject({
      state: 'suppressed',
      reason: 'complained',
      body: null,
      sentAt: null,
    })
    // A plus tag is part of an address.
    expect(await mailOf(await sent('complains@example.com'))).toMatchObject({ state: 'sent' })
  })
})

describe('an address that is written by', () => {
  test.each([
    ['a name in another script', 'ada@b\u00fccher.example', 'ada@xn--bcher-kva.example'],
    ['capitals and spaces', ' Ada@Example.COM ', 'ada@example.com'],
    ['a plus tag', 'ada+tag@example.com', 'ada+tag@example.com'],
  ])('%s is sent to', async (_what, address, as) => {
    expect(await mailOf(await sent(address))).toMatchObject({ state: 'sent' })
    expect(resend.mails.at(-1)?.to).toBe(as)
  })

  test.each([
    ['a second line', 'ada@example.com\r\nBcc: all@example.com'],
    ['two addresses', 'ada@example.com, bob@example.com'],
    ['a name beside it', 'Ada <ada@example.com>'],
    ['more than mail takes', `${'a'.repeat(65)}@example.com`],
    ['a domain without end', `ada@${'a.'.repeat(130)}example`],
    ['no domain', 'ada@'],
    ['nothing', ''],
  ])('%s is refused, and handed to nobody', async (_what, address) => {
    const before = resend.requests.length
    expect(await mailOf(await sent(address))).toMatchObject({ state: 'refused', body: null })
    expect(resend.requests).toHaveLength(before)
  })

  test('a subject or a header that ends its line stays on it', async () => {
    const id = await queued({
      subject: 'A thread by Ada\r\nBcc: all@example.com\u2028X: y',
      headers: { 'List-Id': 'a\r\nBcc: b@example.com', 'Bad Name\r\nX': 'y' },
    })
    await worker({ resend })(id)
    expect(resend.mails.at(-1)).toMatchObject({
      subject: 'A thread by Ada Bcc: all@example.com X: y',
      headers: { 'List-Id': 'a Bcc: b@example.com' },
    })
  })
})
