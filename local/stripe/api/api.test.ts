import Stripe from 'stripe'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type StandInWithReceiver, startWithReceiver, subscribed } from '#tests/setup/stripe-stand-in.ts'

let standIn: StandInWithReceiver
beforeEach(async () => {
  standIn = await startWithReceiver()
})
afterEach(() => standIn.close())

const clientWith = (key: string, config: object = {}) => {
  const { hostname, port } = new URL(standIn.url)
  return new Stripe(key, { host: hostname, port, protocol: 'http', maxNetworkRetries: 0, ...config })
}
const bare = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${standIn.url}${path}`, { headers })

test('asks for the key and for the version of the API that the SDK is made for', async () => {
  const wrong = clientWith('sk_test_of_others').account.retrieveCurrent()
  await expect(wrong).rejects.toBeInstanceOf(Stripe.errors.StripeAuthenticationError)
  expect((await bare('/v1/account')).status).toBe(401)
  const authorization = 'Bearer sk_test_of_the_tests'
  expect((await bare('/v1/account', { authorization })).status).toBe(400)
  const old = await bare('/v1/account', { authorization, 'stripe-version': '2024-06-20' })
  expect((await old.json()).error.message).toContain('2024-06-20')
  expect((await standIn.stripe.account.retrieveCurrent()).id).toBe('acct_StandInOfStripe')
})

test('answers what it doesn’t know, and what isn’t there, as Stripe does', async () => {
  const unknown = standIn.stripe.rawRequest('GET', '/v1/horses')
  await expect(unknown).rejects.toMatchObject({ statusCode: 404, type: 'StripeInvalidRequestError' })
  const absent = standIn.stripe.customers.retrieve('cus_none')
  await expect(absent).rejects.toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
    param: 'id',
    message: "No such customer: 'cus_none'",
    requestId: expect.stringMatching(/^req_/),
  })
})

test('names the parameter that is wrong, missing or unknown', async () => {
  const create = (body: Record<string, unknown>) =>
    standIn.stripe.rawRequest('POST', '/v1/checkout/sessions', body)
  const session = { mode: 'subscription', success_url: 'http://localhost/' }
  const line_items = [{ price: 'price_none', quantity: 1 }]
  await expect(create(session)).rejects.toMatchObject({ code: 'parameter_missing', param: 'line_items' })
  await expect(create({ ...session, line_items })).rejects.toMatchObject({
    code: 'resource_missing',
    param: 'line_items[0][price]',
    statusCode: 400,
  })
  await expect(create({ ...session, line_items, horses: 1 })).rejects.toMatchObject({
    code: 'parameter_unknown',
    param: 'horses',
  })
  const badUrl = create({ ...session, line_items, success_url: 'javascript:alert(1)' })
  await expect(badUrl).rejects.toMatchObject({ param: 'success_url' })
})

test('lists page by page, the newest first', async () => {
  for (const email of ['a@example.com', 'b@example.com', 'c@example.com', 'd@example.com', 'e@example.com'])
    await standIn.stripe.customers.create({ email })
  const first = await standIn.stripe.customers.list({ limit: 2 })
  expect(first.data.map(({ email }) => email?.[0])).toEqual(['e', 'd'])
  expect(first.has_more).toBe(true)
  const next = await standIn.stripe.customers.list({ limit: 3, starting_after: first.data[1]!.id })
  expect(next.data.map(({ email }) => email?.[0])).toEqual(['c', 'b', 'a'])
  expect(next.has_more).toBe(false)
  const back = await standIn.stripe.customers.list({ limit: 1, ending_before: next.data[0]!.id })
  expect(back.data[0]!.email?.[0]).toBe('d')
  const all: string[] = []
  for await (const customer of standIn.stripe.customers.list({ limit: 2 })) all.push(customer.email ?? '')
  expect(all).toHaveLength(5)
  await expect(standIn.stripe.customers.list({ limit: 101 })).rejects.toMatchObject({ param: 'limit' })
})

test('puts whole things in the place of ids where that is asked for', async () => {
  const { subscription } = await subscribed(standIn)
  const sub = await standIn.stripe.subscriptions.retrieve(subscription, {
    expand: ['customer', 'latest_invoice.payments.data.payment.payment_intent'],
  })
  expect(sub.customer).toMatchObject({ email: 'ada@example.com' })
  const invoice = sub.latest_invoice
  if (typeof invoice === 'string' || !invoice) throw new Error('not expanded')
  const intent = invoice.payments?.data[0]?.payment.payment_intent
  if (typeof intent === 'string' || !intent) throw new Error('not expanded')
  expect(intent).toMatchObject({ amount: 1200, status: 'succeeded' })
  const [listed] = (await standIn.stripe.subscriptions.list({ expand: ['data.items.data.price.product'] }))
    .data
  expect(listed!.items.data[0]!.price.product).toMatchObject({ name: 'Pro' })
  const never = standIn.stripe.subscriptions.retrieve(subscription, { expand: ['horses'] })
  await expect(never).rejects.toMatchObject({ statusCode: 400 })
})

test('changes a customer, and takes away what is given empty', async () => {
  const { id } = await standIn.stripe.customers.create({
    email: 'ada@example.com',
    metadata: { user: '1', plan: 'x' },
  })
  const changed = await standIn.stripe.customers.update(id, {
    name: 'Ada & Co = [1]',
    email: '',
    metadata: { plan: '', more: 'y' },
  })
  expect(changed).toMatchObject({ name: 'Ada & Co = [1]', email: null, metadata: { user: '1', more: 'y' } })
  expect((await standIn.stripe.customers.del(id)).deleted).toBe(true)
  expect(await standIn.stripe.customers.retrieve(id)).toMatchObject({ deleted: true })
  expect((await standIn.stripe.customers.list()).data).toEqual([])
})

test('shows prices, products, codes and events', async () => {
  const { data: prices } = await standIn.stripe.prices.list({ active: true })
  expect(prices.map(({ recurring }) => recurring?.interval).sort()).toEqual(['month', 'year'])
  expect(prices[0]!.unit_amount_decimal?.toNumber()).toBe(prices[0]!.unit_amount)
  expect((await standIn.stripe.products.list()).data.map(({ name }) => name)).toEqual(['Pro'])
  const coupon = await standIn.stripe.coupons.create({ percent_off: 25, duration: 'once' })
  await standIn.stripe.promotionCodes.create({
    promotion: { type: 'coupon', coupon: coupon.id },
    code: 'spring',
  })
  const { data: codes } = await standIn.stripe.promotionCodes.list({ code: 'SPRING', active: true })
  expect(codes[0]!.promotion.coupon).toBe(coupon.id)
  const { data: events } = await standIn.stripe.events.list({ types: ['coupon.created'] })
  expect(events[0]).toMatchObject({ livemode: false, data: { object: { percent_off: 25 } } })
  expect((await standIn.stripe.events.retrieve(events[0]!.id)).type).toBe('coupon.created')
})
