import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hours } from '#app/platform/durations.ts'
import type { Behaviour } from '#tests/fakes/resend/behaviours.ts'
import { type FakeResend, startFakeResend } from '#tests/fakes/resend/server.ts'
import { type SmtpBehaviour, startFakeSmtp } from '#tests/fakes/smtp/server.ts'
import { mailWorld } from '#tests/setup/mail-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'

const database = cloneTestDatabase()
const { queued, worker, mailOf, mended } = mailWorld(database)
let resend: FakeResend
let smtp: Awaited<ReturnType<typeof startFakeSmtp>>
let bySmtp: SmtpBehaviour = 'take'
let nowhere: FakeResend
beforeAll(async () => {
  nowhere = await startFakeResend()
  await nowhere.close()
  resend = await startFakeResend()
  smtp = await startFakeSmtp(() => bySmtp)
})
afterAll(async () => {
  await resend.close()
  await smtp.close()
})
afterEach(async () => {
  resend.behave(() => ({ kind: 'take' }))
  bySmtp = 'take'
  await mended()
})
const always = (behaviour: Behaviour) => resend.behave(() => behaviour)
const refusal = (status: number, name: string) => ({ kind: 'refuse', status, name }) as const
const takenOf = (id: string) => resend.mails.filter(({ key }) => key === id).length
/** By their Message-ID. */
const bySmtpOf = (id: string) =>
  smtp.mails.filter(({ text }) => text.includes(`<${id}@threadr.example>`)).length
const anHourLater = new Date(Date.now() + hours(1))

describe('a message that may have been taken', () => {
  test.each<[string, Behaviour]>([
    ['the connection breaks after it', { kind: 'drop-after-taking' }],
    ['the connection breaks before it', { kind: 'drop-before-taking' }],
    ['a proxy answers in its place', { kind: 'broken-page', status: 502 }],
    ['Resend has a fault', refusal(500, 'application_error')],
    ['Resend is still at work on it', refusal(409, 'concurrent_idempotent_requests')],
  ])('is sent once under the same key: %s', async (_what, behaviour) => {
    const id = await queued()
    always(behaviour)
    const send = worker({ resend, smtp: smtp.url })
    await expect(send(id)).rejects.toMatchObject({ code: 'mail-not-sent', retryable: true })
    expect(await mailOf(id)).toMatchObject({ state: 'sending', provider: 'resend', sentAt: null })
    always({ kind: 'take' })
    await send(id, { now: anHourLater })
    expect(takenOf(id)).toBe(1)
    expect(bySmtpOf(id)).toBe(0)
    expect(await mailOf(id)).toMatchObject({ state: 'sent', provider: 'resend', body: null })
  })

  test('is never tried again once its key no longer holds, and stands as unknown', async () => {
    const id = await queued()
    always({ kind: 'drop-after-taking' })
    const send = worker({ resend, smtp: smtp.url })
    await send(id).catch(() => {})
    always({ kind: 'take' })
    const before = resend.requests.length
    await send(id, { now: new Date(Date.now() + hours(24)) })
    expect(resend.requests).toHaveLength(before)
    expect(bySmtpOf(id)).toBe(0)
    expect(await mailOf(id)).toMatchObject({
      state: 'unknown',
      reason: expect.stringContaining('answer got lost'),
      body: null,
    })
  })

  test('of which a worker died with its answer is handed over again under its key', async () => {
    const id = await queued()
    const send = worker({ resend })
    await send(id)
    // As the row stood when the worker died.
    const { body } = await mailOf(await queued())
    await database.owner.prisma.mail.update({ where: { id }, data: { state: 'sending', sentAt: null, body } })
    await send(id)
    expect(takenOf(id)).toBe(1)
    expect(await mailOf(id)).toMatchObject({ state: 'sent' })
  })

  test('and is worded otherwise since counts as sent', async () => {
    const id = await queued()
    always({ kind: 'drop-after-taking' })
    const send = worker({ resend })
    await send(id).catch(() => {})
    await database.owner.prisma.mail.update({ where: { id }, data: { subject: 'Another wording' } })
    always({ kind: 'take' })
    await send(id)
    expect(takenOf(id)).toBe(1)
    expect(await mailOf(id)).toMatchObject({ state: 'sent', provider: 'resend' })
  })

  test('is not called refused by what comes later', async () => {
    const id = await queued()
    always({ kind: 'drop-after-taking' })
    const send = worker({ resend, smtp: smtp.url })
    await send(id).catch(() => {})
    always(refusal(422, 'validation_error'))
    await send(id)
    expect(await mailOf(id)).toMatchObject({ state: 'unknown' })
    expect(bySmtpOf(id)).toBe(0)
  })
})

describe('the second provider', () => {
  test.each<[string, Behaviour | null]>([
    ['can’t be reached', null],
    ['refuses our key', refusal(401, 'invalid_api_key')],
    ['has no quota left', refusal(429, 'daily_quota_exceeded')],
    ['refuses the message', refusal(422, 'validation_error')],
  ])('takes a message where Resend %s', async (_what, behaviour) => {
    const id = await queued()
    if (behaviour) always(behaviour)
    await worker({ resend: behaviour ? resend : nowhere, smtp: smtp.url })(id)
    expect([takenOf(id), bySmtpOf(id)]).toEqual([0, 1])
    expect(await mailOf(id)).toMatchObject({ state: 'sent', provider: 'smtp', body: null })
  })

  test('takes all where Resend keeps failing, as soon as its breaker is open', async () => {
    const send = worker({ resend: nowhere, smtp: smtp.url })
    for (let time = 0; time < 5; time += 1) await send(await queued())
    always({ kind: 'take' })
    const { rows } = await database.owner.pool.query('select opened_at from circuit_breakers')
    expect(rows).toEqual([{ opened_at: expect.any(Date) }])
    const id = await queued()
    await send(id)
    expect(bySmtpOf(id)).toBe(1)
  })

  test('is not asked where Resend only wants it slower', async () => {
    const id = await queued()
    always({ ...refusal(429, 'rate_limit_exceeded'), retryAfterSeconds: 30 })
    const send = worker({ resend, smtp: smtp.url })
    await expect(send(id)).rejects.toThrow('fewer messages')
    // For as long as it asked, nobody asks it for anything.
    always({ kind: 'take' })
    const before = resend.requests.length
    await expect(send(await queued())).rejects.toThrow('not its turn')
    expect(resend.requests).toHaveLength(before)
    expect(bySmtpOf(id)).toBe(0)
    expect(await mailOf(id)).toMatchObject({ state: 'waiting', handedAt: null })
    await database.owner.pool.query('delete from paces')
  })

  test('alone is a whole way out', async () => {
    const id = await queued({ subject: 'Grüße\r\nBcc: everybody@example.com' })
    await worker({ smtp: smtp.url })(id)
    const [mail] = smtp.mails.slice(-1)
    expect(mail?.text.split('\r\n\r\n', 1)[0]).not.toMatch(/^bcc:/im)
    expect(await mailOf(id)).toMatchObject({ state: 'sent', provider: 'smtp' })
  })

  test.each<[SmtpBehaviour, string]>([
    ['refuse-recipient', 'refused'],
    ['refuse-text', 'refused'],
    // Nobody knows, and nobody may try again: it has no keys.
    ['drop-after-taking', 'unknown'],
  ])('that does %s leaves the message %s', async (does, state) => {
    const id = await queued()
    bySmtp = does
    const send = worker({ smtp: smtp.url })
    await send(id)
    bySmtp = 'take'
    await send(id)
    expect(await mailOf(id)).toMatchObject({ state, reason: expect.any(String), body: null })
    expect(bySmtpOf(id)).toBe(does === 'drop-after-taking' ? 1 : 0)
  })

  test.each<SmtpBehaviour>(['later', 'drop-at-greeting'])('that does %s is asked again', async (does) => {
    const id = await queued()
    bySmtp = does
    const send = worker({ smtp: smtp.url })
    await expect(send(id)).rejects.toMatchObject({ retryable: true })
    bySmtp = 'take'
    await send(id)
    expect(bySmtpOf(id)).toBe(1)
  })

  test('is never handed what a worker died with', async () => {
    const id = await queued()
    await database.owner.prisma.mail.update({
      where: { id },
      data: { state: 'sending', provider: 'smtp', handedAt: new Date() },
    })
    await worker({ resend, smtp: smtp.url })(id)
    expect([takenOf(id), bySmtpOf(id)]).toEqual([0, 0])
    expect(await mailOf(id)).toMatchObject({ state: 'unknown' })
  })
})

test('a message that nobody takes is told as refused once the tries are over', async () => {
  const id = await queued()
  const send = worker({ resend: nowhere })
  await expect(send(id)).rejects.toThrow('was not reached')
  expect(await mailOf(id)).toMatchObject({
    state: 'waiting',
    reason: expect.stringContaining('ECONNREFUSED'),
  })
  await send(id, { isLastTry: true })
  expect(await mailOf(id)).toMatchObject({ state: 'refused', body: null })
})
