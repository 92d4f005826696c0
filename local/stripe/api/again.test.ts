import Stripe from 'stripe'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type StandInWithReceiver, startWithReceiver } from '#tests/setup/stripe-stand-in.ts'

let standIn: StandInWithReceiver
beforeEach(async () => {
  standIn = await startWithReceiver()
})
afterEach(() => standIn.close())

const customers = () => Object.values(standIn.control.state.customers)
const create = (email: string, idempotencyKey: string) =>
  standIn.stripe.customers.create({ email }, { idempotencyKey })

test('the same key with the same parameters is answered alike and done once', async () => {
  const first = await create('ada@example.com', 'one')
  const second = await create('ada@example.com', 'one')
  expect(second.id).toBe(first.id)
  expect(second.lastResponse.headers['idempotent-replayed']).toBe('true')
  expect(customers()).toHaveLength(1)
  expect(standIn.control.requests.map(({ replayed }) => replayed)).toEqual([false, true])
})

test('the same key with other parameters is refused', async () => {
  await create('ada@example.com', 'one')
  await expect(create('grace@example.com', 'one')).rejects.toBeInstanceOf(
    Stripe.errors.StripeIdempotencyError,
  )
  const elsewhere = standIn.stripe.coupons.create({ percent_off: 5 }, { idempotencyKey: 'one' })
  await expect(elsewhere).rejects.toMatchObject({ statusCode: 400, type: 'StripeIdempotencyError' })
})

test('the same key is refused while the first request is being answered', async () => {
  standIn.control.fail({ kind: 'slow', ms: 300 })
  const [first, second] = await Promise.allSettled([
    create('ada@example.com', 'one'),
    create('ada@example.com', 'one'),
  ])
  const statuses = [first, second].map((each) => (each.status === 'fulfilled' ? 200 : each.reason.statusCode))
  expect(statuses.sort()).toEqual([200, 409])
  expect(customers()).toHaveLength(1)
})

test('a request that was refused before it began may be corrected under its key', async () => {
  const wrong = standIn.stripe.customers.create({ email: 'nobody' }, { idempotencyKey: 'one' })
  await expect(wrong).rejects.toMatchObject({ param: 'email' })
  expect((await create('ada@example.com', 'one')).email).toBe('ada@example.com')
})

test('a request whose answer was lost is done once, and found by its key', async () => {
  // The SDK itself tries once more where a connection is closed, however few retries it is set to.
  standIn.control.fail({ kind: 'close-after', times: 2 })
  await expect(create('ada@example.com', 'one')).rejects.toBeInstanceOf(Stripe.errors.StripeConnectionError)
  await create('ada@example.com', 'one')
  expect(customers()).toHaveLength(1)
})

test('fails in each of the ways that it is told to, as often as it is told', async () => {
  const ask = () => standIn.stripe.customers.list()
  standIn.control.fail({ kind: 'close-before', times: 4 })
  await expect(ask()).rejects.toBeInstanceOf(Stripe.errors.StripeConnectionError)
  await expect(ask()).rejects.toBeInstanceOf(Stripe.errors.StripeConnectionError)
  await ask()
  standIn.control.fail({ kind: 'rate-limit', retryAfterSeconds: 7 })
  await expect(ask()).rejects.toMatchObject({ statusCode: 429, headers: { 'retry-after': '7' } })
  standIn.control.fail({ kind: 'error', status: 500, path: '/v1/customers', method: 'GET' })
  await standIn.stripe.prices.list()
  await expect(ask()).rejects.toBeInstanceOf(Stripe.errors.StripeAPIError)
  standIn.control.fail({ kind: 'hang', times: null })
  await expect(standIn.stripe.customers.list({}, { timeout: 100 })).rejects.toBeInstanceOf(
    Stripe.errors.StripeConnectionError,
  )
  standIn.control.mend()
  await ask()
})

test('remembers every request as it came', async () => {
  await standIn.stripe.customers.create({ email: 'ada@example.com', metadata: { user: '7' } })
  expect(standIn.control.requests).toEqual([
    expect.objectContaining({
      method: 'POST',
      path: '/v1/customers',
      fields: { email: 'ada@example.com', 'metadata[user]': '7' },
      apiVersion: '2026-10-28.endive',
      status: 200,
    }),
  ])
})
