import { createServer } from 'node:http'
import { describe, expect, test } from 'vitest'
import { openModelDoor } from '#app/integrations/openai/door/open-door.ts'
import { stripeDoorOf } from '#app/integrations/stripe/door.ts'
import { action as mailEvents } from '#app/routes/webhooks.resend.ts'
import { action as stripeEvents } from '#app/routes/webhooks.stripe.ts'
import type { Behaviour } from '#tests/fakes/openai/behaviours.ts'
import { startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { startFakeResend } from '#tests/fakes/resend/server.ts'
import { newWebhookSecret, signedResendEvent } from '#tests/fakes/resend/signed-event.ts'
import { alertFaults } from '#tests/setup/alert-faults.ts'
import { alertWorld } from '#tests/setup/alert-world.ts'
import { mailWorld } from '#tests/setup/mail-world.ts'
import { signedEvent, standInVariables } from '#tests/setup/quiet-stand-in.ts'
import { browserOf } from '#tests/setup/route-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'

const database = cloneTestDatabase()
const world = alertWorld(database)
const { fires, clears } = alertFaults(world)
const { pool, prisma } = { pool: () => database.owner.pool, prisma: () => database.owner.prisma }

/** A breaker's rest is over at once. */
const rested = () => pool().query(`update circuit_breakers set opened_at = opened_at - interval '61 seconds'`)

describe('those who are asked', () => {
  test('a model that fails five times in a row', async () => {
    let behaviour: Behaviour = { kind: 'error', status: 500 }
    const fake = await startFakeOpenAi({ respond: () => behaviour })
    const door = openModelDoor({
      pool: database.app.pool,
      first: { apiKey: fake.apiKey, baseUrl: fake.url, model: 'test-model' },
      fallback: null,
      tries: 1,
      breaker: { trustMs: 0, patienceMs: 20_000 },
    })
    const ask = () =>
      door
        .ask(
          {
            messages: [{ role: 'user', content: 'Say something.' }],
            answer: {
              name: 'said',
              schema: { type: 'object', properties: {}, required: [], additionalProperties: false },
            },
          },
          { signal: new AbortController().signal, purpose: 'test', spend: null, read: ({ text }) => text },
        )
        .catch((error: { code: string }) => error.code)
    for (let call = 0; call < 4; call += 1) await ask()
    await world.pass(3)
    expect(await prisma().alert.count()).toBe(0)
    await ask()
    await fires('model-resting', 4)
    behaviour = { kind: 'text', text: 'Well.' }
    await rested()
    expect(await ask()).toBe('Well.')
    await clears('model-resting', 4)
    await fake.close()
  })

  test('a provider of mail that nobody reaches', async () => {
    const resend = await startFakeResend()
    const { queued, worker } = mailWorld(database)
    const send = worker({ resend })
    await resend.close()
    for (let mail = 0; mail < 5; mail += 1) await send(await queued()).catch(() => {})
    await fires('mail-resting', 4)
    await resend.open()
    await rested()
    await send(await queued())
    await clears('mail-resting', 4)
    await resend.close()
  })

  test('Stripe, which answers nothing but errors', async () => {
    let status = 500
    const server = createServer((_request, response) => {
      response
        .writeHead(status, { 'Content-Type': 'application/json' })
        .end(status === 200 ? '{"object":"balance"}' : '{"error":{"type":"api_error"}}')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { env } = browserOf(database, standInVariables({ url: `http://127.0.0.1:${port}` })).context()
    const door = stripeDoorOf({ env, database: database.app })
    const ask = () => door?.ask((stripe) => stripe.balance.retrieve()).catch(() => null)
    await ask()
    await ask()
    await fires('payments-resting', 4)
    status = 200
    await rested()
    expect(await ask()).not.toBeNull()
    await clears('payments-resting', 4)
    server.close()
  })

  test('events of Stripe’s that nobody follows up', async () => {
    const event = {
      id: 'evt_of_the_test',
      type: 'customer.updated',
      created: Math.floor(Date.now() / 1000),
      livemode: false,
      data: { object: { object: 'customer', id: 'cus_1' } },
    }
    const context = browserOf(database, standInVariables({ url: 'http://127.0.0.1:9' })).context()
    expect((await stripeEvents({ request: signedEvent(event), params: {}, context })).status).toBe(200)
    // Its job got lost.
    await pool().query('delete from graphile_worker._private_jobs')
    await fires('stripe-late', 14)
    await prisma().stripeEvent.updateMany({ data: { handledAt: new Date() } })
    await clears('stripe-late', 4)
  })
})

describe('readers of mail', () => {
  const secret = newWebhookSecret()
  /** What Resend posts of so many of a hundred messages that it took. */
  async function told(count: number, type: string, data: object = {}): Promise<void> {
    await prisma().mail.createMany({
      data: Array.from({ length: 100 }, (_, at) => ({
        to: `reader${at}@example.com`,
        subject: 'A digest',
        template: 'digest',
        state: 'sent',
        provider: 'resend',
        providerId: `re_${at}`,
      })),
    })
    const context = browserOf(database, {
      RESEND_API_KEY: 're_1',
      MAIL_FROM: 'mail@threadr.example',
      RESEND_WEBHOOK_SECRET: secret,
    }).context()
    for (const { id, providerId } of await prisma().mail.findMany({ take: count })) {
      const event = {
        type,
        created_at: new Date().toISOString(),
        data: { email_id: providerId, tags: { mail: id }, ...data },
      }
      const request = signedResendEvent(event, { secret })
      expect((await mailEvents({ request, params: {}, context })).status).toBe(200)
    }
  }
  const aDayLater = () => prisma().mail.updateMany({ data: { createdAt: world.ago(1500) } })

  test('whose mailboxes aren’t there', async () => {
    await told(5, 'email.bounced', { bounce: { message: 'none', type: 'Permanent', subType: 'General' } })
    await fires('mail-bounces', 2)
    await aDayLater()
    await clears('mail-bounces', 63)
  })

  test('who call it spam', async () => {
    await told(2, 'email.complained')
    await fires('mail-complaints', 2)
    await aDayLater()
    await clears('mail-complaints', 63)
  })

  test('of whom one is neither', async () => {
    await told(1, 'email.complained')
    await world.pass(5)
    expect(await world.firing()).toEqual([])
  })
})
