import Stripe from 'stripe'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type StandInWithReceiver, startWithReceiver, subscribed } from '#tests/setup/stripe-stand-in.ts'

let standIn: StandInWithReceiver
beforeEach(async () => {
  standIn = await startWithReceiver()
})
afterEach(() => standIn.close())

const day = 86_400
const read = (id: string) => standIn.stripe.subscriptions.retrieve(id)
const statusOf = async (id: string) => (await read(id)).status
const paid = [
  'payment_intent.created',
  'charge.succeeded',
  'payment_intent.succeeded',
  'invoice.paid',
  'invoice.payment_succeeded',
]
const notPaid = [
  'charge.failed',
  'payment_intent.payment_failed',
  'invoice.updated',
  'invoice.payment_failed',
]

test('a checkout with a trial starts a subscription that is paid for when the trial ends', async () => {
  const { customer, subscription } = await subscribed(standIn, { trialDays: 14 })
  expect(await standIn.news()).toEqual([
    'customer.created',
    'payment_method.attached',
    'customer.updated',
    'invoice.created',
    'customer.subscription.created',
    'invoice.finalized',
    'invoice.paid',
    'invoice.payment_succeeded',
    'checkout.session.completed',
  ])
  const sub = await read(subscription)
  expect(sub.status).toBe('trialing')
  expect(sub.trial_end! - sub.trial_start!).toBe(14 * day)
  expect(sub.items.data[0]!.current_period_end).toBe(sub.trial_end)

  standIn.control.advance(11 * day)
  expect(await standIn.news()).toEqual(['customer.subscription.trial_will_end'])
  standIn.control.renew(subscription)
  const renewal = ['invoice.created', 'customer.subscription.updated', 'invoice.finalized', ...paid]
  expect(await standIn.news()).toEqual(renewal)
  expect(await statusOf(subscription)).toBe('active')
  const invoices = await standIn.stripe.invoices.list({ customer })
  expect(invoices.data.map(({ amount_paid }) => amount_paid)).toEqual([1200, 0])
})

test('a subscription renews on the same day of each month, or on the last of a shorter one', async () => {
  const { customer, subscription } = await subscribed(standIn)
  const start = (await read(subscription)).billing_cycle_anchor
  standIn.control.advance(366 * day)
  const ends = (await standIn.stripe.invoices.list({ customer, limit: 100 })).data.map(
    ({ lines }) => lines.data[0]!.period.start,
  )
  expect(ends.length).toBeGreaterThanOrEqual(13)
  const anchorDay = new Date(start * 1000).getUTCDate()
  for (const end of ends) {
    const date = new Date(end * 1000)
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
    expect(date.getUTCDate()).toBe(Math.min(anchorDay, last))
  }
})

test('a renewal that fails is tried three times more, and then the subscription ends', async () => {
  const { customer, subscription } = await subscribed(standIn, {}, 'fails-later')
  await standIn.news()
  standIn.control.renew(subscription)
  expect(await standIn.news()).toEqual([
    'invoice.created',
    'customer.subscription.updated',
    'invoice.finalized',
    'payment_intent.created',
    ...notPaid,
    'customer.subscription.updated',
  ])
  expect(await statusOf(subscription)).toBe('past_due')
  const [open] = (await standIn.stripe.invoices.list({ customer, status: 'open' })).data
  expect(open).toMatchObject({ attempt_count: 1, amount_due: 1200, amount_remaining: 1200 })
  expect(open!.next_payment_attempt).toBeGreaterThan(standIn.control.now())

  standIn.control.advance(8 * day)
  expect(await standIn.news()).toEqual([...notPaid, ...notPaid])
  standIn.control.advance(7 * day)
  expect(await standIn.news()).toEqual([...notPaid, 'customer.subscription.deleted'])
  const sub = await read(subscription)
  expect(sub.status).toBe('canceled')
  expect(sub.cancellation_details?.reason).toBe('payment_failed')
  standIn.control.advance(90 * day)
  expect(await standIn.news()).toEqual([])
})

test('a subscription can stay unpaid instead, and comes back when its latest invoice is paid', async () => {
  standIn.control.afterRetries('unpaid')
  const { customer, subscription } = await subscribed(standIn, {}, 'fails-later')
  standIn.control.renew(subscription)
  standIn.control.advance(15 * day)
  expect(await statusOf(subscription)).toBe('unpaid')
  standIn.control.changeCards(customer, 'pays')
  const { latest_invoice } = await read(subscription)
  await standIn.stripe.invoices.pay(String(latest_invoice))
  expect(await statusOf(subscription)).toBe('active')
})

test('a card that pays in time ends the dunning', async () => {
  const { customer, subscription } = await subscribed(standIn, {}, 'fails-later')
  standIn.control.renew(subscription)
  standIn.control.changeCards(customer, 'pays')
  await standIn.news()
  standIn.control.advance(3 * day)
  expect(await standIn.news()).toEqual([
    'charge.succeeded',
    'payment_intent.succeeded',
    'invoice.paid',
    'invoice.payment_succeeded',
    'customer.subscription.updated',
  ])
  expect(await statusOf(subscription)).toBe('active')
})

test('going to the yearly price begins a year at once and gives back what is left of the month', async () => {
  const { customer, subscription } = await subscribed(standIn)
  const sub = await read(subscription)
  const { current_period_start: start, current_period_end: end, id: item } = sub.items.data[0]!
  standIn.control.advance(Math.floor((end - start) / 2))
  await standIn.stripe.subscriptions.update(subscription, {
    items: [{ id: item, price: 'price_pro_yearly' }],
  })
  const [invoice] = (await standIn.stripe.invoices.list({ customer })).data
  expect(invoice!.billing_reason).toBe('subscription_update')
  expect(invoice!.lines.data.map(({ amount }) => amount)).toEqual([-600, 12_000])
  expect(invoice!.amount_paid).toBe(11_400)
  const after = await read(subscription)
  expect(after.items.data[0]!.price.id).toBe('price_pro_yearly')
  expect(after.billing_cycle_anchor).toBeGreaterThan(start)
})

test('going back to the monthly price credits the rest of the year, which pays the months that follow', async () => {
  const { customer, subscription } = await subscribed(standIn, { price: 'price_pro_yearly' })
  const { id: item } = (await read(subscription)).items.data[0]!
  await standIn.stripe.subscriptions.update(subscription, {
    items: [{ id: item, price: 'price_pro_monthly' }],
  })
  expect(await standIn.stripe.customers.retrieve(customer)).toMatchObject({ balance: -10_800 })
  standIn.control.renew(subscription)
  const [invoice] = (await standIn.stripe.invoices.list({ customer })).data
  expect(invoice).toMatchObject({ total: 1200, amount_due: 0, status: 'paid', ending_balance: -9600 })
})

test('a change of price within a trial charges nothing and leaves the trial as it is', async () => {
  const { customer, subscription } = await subscribed(standIn, { trialDays: 14 })
  const before = await read(subscription)
  const items = [{ id: before.items.data[0]!.id, price: 'price_pro_yearly' }]
  const after = await standIn.stripe.subscriptions.update(subscription, { items })
  expect(after).toMatchObject({ status: 'trialing', trial_end: before.trial_end })
  expect((await standIn.stripe.invoices.list({ customer })).data).toHaveLength(1)
  standIn.control.renew(subscription)
  const [invoice] = (await standIn.stripe.invoices.list({ customer })).data
  expect(invoice!.amount_paid).toBe(12_000)
})

test('a change that the card won’t pay is refused where that is asked for, with nothing changed', async () => {
  const { subscription } = await subscribed(standIn, {}, 'fails-later')
  const items = [{ id: (await read(subscription)).items.data[0]!.id, price: 'price_pro_yearly' }]
  await standIn.news()
  const change = standIn.stripe.subscriptions.update(subscription, {
    items,
    payment_behavior: 'error_if_incomplete',
  })
  await expect(change).rejects.toBeInstanceOf(Stripe.errors.StripeCardError)
  expect(await standIn.news()).toEqual([])
  expect((await read(subscription)).items.data[0]!.price.id).toBe('price_pro_monthly')
})
