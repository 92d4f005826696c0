import { createServer } from 'node:http'
import { runTaskListOnce } from 'graphile-worker'
import { describe, expect, test } from 'vitest'
import { openModelDoor } from '#app/integrations/openai/door/open-door.ts'
import { stripeDoorOf } from '#app/integrations/stripe/door.ts'
import { createMetrics } from '#app/platform/metrics/create-metrics.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { action as mailEvents } from '#app/routes/webhooks.resend.ts'
import { action as stripeEvents } from '#app/routes/webhooks.stripe.ts'
import { queueLogger } from '#jobs/queue-logger.ts'
import { runTask } from '#jobs/run-task.ts'
import { watchedTask } from '#jobs/watched-task.ts'
import { submitted } from '#tests/factories/submissions.ts'
import type { Behaviour } from '#tests/fakes/openai/behaviours.ts'
import { startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { startFakeResend } from '#tests/fakes/resend/server.ts'
import { newWebhookSecret, signedResendEvent } from '#tests/fakes/resend/signed-event.ts'
import { alertWorld } from '#tests/setup/alert-world.ts'
import { startBrokenServer } from '#tests/setup/broken-server.ts'
import { mailWorld } from '#tests/setup/mail-world.ts'
import { signedEvent, standInVariables } from '#tests/setup/quiet-stand-in.ts'
import { browserOf } from '#tests/setup/route-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { readRegistry } from './measures/read-registry.ts'
import { createMeasuring } from './measures/write-measures.ts'
import { type RuleName, rules } from './rules.ts'

const database = cloneTestDatabase()
const world = alertWorld(database)
const { pool, prisma } = { pool: () => database.owner.pool, prisma: () => database.owner.prisma }

/** Lets minutes pass until a rule fires, of which there may be so many, but no fewer than it says, and no other fires meanwhile. */
async function fires(rule: RuleName, mostMinutes: number, each = async () => {}): Promise<void> {
  const minutes = await until(rule, true, mostMinutes, each)
  expect(minutes).toBeGreaterThan(rules[rule].forMinutes)
}
/** And until it is over. */
async function clears(rule: RuleName, mostMinutes: number): Promise<void> {
  const minutes = await until(rule, false, mostMinutes)
  expect(minutes).toBeGreaterThan(rules[rule].clearAfterMinutes)
}
async function until(
  rule: RuleName,
  isFiring: boolean,
  mostMinutes: number,
  each = async () => {},
): Promise<number> {
  const step = !isFiring && mostMinutes > 30 ? 3 : 1
  for (let minute = step; ; minute += step) {
    await each()
    await world.pass(step, step)
    const firing = await world.firing()
    expect([[], [rule]]).toContainEqual(firing)
    if (firing.includes(rule) === isFiring) return minute
    expect(minute, `${rule} does not ${isFiring ? 'fire' : 'clear'}`).toBeLessThan(mostMinutes)
  }
}
/** A breaker's rest is over at once. */
const rested = () => pool().query(`update circuit_breakers set opened_at = opened_at - interval '61 seconds'`)

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
    for (let turn = 0; turn < 5; turn += 1) await failOnce()
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

describe('what is usual', () => {
  /** So many at this hour of each of some past weeks, in which Threadr ran. */
  async function usual(name: string, values: number[]): Promise<void> {
    for (const [at, value] of values.entries()) {
      const week = world.ago((at + 1) * 7 * 24 * 60)
      await world.seed('threadr_beats', { process: 'web' }, 240, week)
      await world.seed(name, {}, value, week)
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
