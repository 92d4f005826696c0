import { afterEach, beforeEach, expect, test } from 'vitest'
import { type StandInWithReceiver, startWithReceiver, subscribed } from '#tests/setup/stripe-stand-in.ts'

let standIn: StandInWithReceiver
beforeEach(async () => {
  standIn = await startWithReceiver()
})
afterEach(() => standIn.close())

const day = 86_400

test('a cancelled subscription lasts until its period ends, and can be kept until then', async () => {
  const { subscription } = await subscribed(standIn)
  await standIn.news()
  const { subscriptions } = standIn.stripe
  const cancelled = await subscriptions.update(subscription, { cancel_at_period_end: true })
  expect(cancelled).toMatchObject({ status: 'active', cancel_at_period_end: true })
  expect(cancelled.cancel_at).toBe(cancelled.items.data[0]!.current_period_end)
  const kept = await subscriptions.update(subscription, { cancel_at_period_end: false })
  expect(kept).toMatchObject({ cancel_at: null, canceled_at: null })
  await subscriptions.update(subscription, { cancel_at_period_end: true })
  standIn.control.renew(subscription)
  expect(await standIn.news()).toEqual([
    'customer.subscription.updated',
    'customer.subscription.updated',
    'customer.subscription.updated',
    'customer.subscription.deleted',
  ])
  const ended = await subscriptions.retrieve(subscription)
  expect(ended.status).toBe('canceled')
  expect(ended.ended_at).toBe(cancelled.cancel_at)
})

test('a subscription that is cancelled at once is over and can’t be cancelled again', async () => {
  const { customer, subscription } = await subscribed(standIn)
  const cancelled = await standIn.stripe.subscriptions.cancel(subscription, {
    prorate: true,
    invoice_now: true,
  })
  expect(cancelled.status).toBe('canceled')
  expect(await standIn.stripe.customers.retrieve(customer)).toMatchObject({ balance: -1200 })
  await expect(standIn.stripe.subscriptions.cancel(subscription)).rejects.toMatchObject({
    code: 'resource_missing',
  })
  const { data } = await standIn.stripe.subscriptions.list({ customer })
  expect(data).toEqual([])
  expect((await standIn.stripe.subscriptions.list({ customer, status: 'all' })).data).toHaveLength(1)
})

test('a payment is given back in part and then whole, and no more than that', async () => {
  const { customer } = await subscribed(standIn)
  const [charge] = (await standIn.stripe.charges.list({ customer })).data
  await standIn.news()
  await standIn.stripe.refunds.create({ charge: charge!.id, amount: 200 })
  expect(await standIn.news()).toEqual(['charge.refunded', 'refund.created'])
  const refund = await standIn.stripe.refunds.create({ payment_intent: String(charge!.payment_intent) })
  expect(refund).toMatchObject({ amount: 1000, status: 'succeeded', charge: charge!.id })
  const given = await standIn.stripe.charges.retrieve(charge!.id, { expand: ['refunds'] })
  expect(given).toMatchObject({ amount_refunded: 1200, refunded: true })
  expect(given.refunds?.data.map(({ amount }) => amount)).toEqual([1000, 200])
  await expect(standIn.stripe.refunds.create({ charge: charge!.id })).rejects.toMatchObject({
    code: 'charge_already_refunded',
  })
})

test('the invoice of a payment is found from the charge', async () => {
  const { customer, subscription } = await subscribed(standIn)
  const [charge] = (await standIn.stripe.charges.list({ customer })).data
  const { data } = await standIn.stripe.invoicePayments.list({
    payment: { type: 'payment_intent', payment_intent: String(charge!.payment_intent) },
    expand: ['data.invoice.parent.subscription_details.subscription'],
  })
  const invoice = data[0]!.invoice
  if (typeof invoice === 'string' || invoice.deleted) throw new Error('not expanded')
  expect(invoice.parent?.subscription_details?.subscription).toMatchObject({ id: subscription })
})

test('a dispute takes the payment back until it is settled', async () => {
  const { customer } = await subscribed(standIn)
  await standIn.news()
  const { id } = standIn.control.dispute(customer)
  const dispute = await standIn.stripe.disputes.retrieve(id)
  expect(dispute).toMatchObject({ status: 'needs_response', amount: 1200 })
  expect(await standIn.stripe.charges.retrieve(String(dispute.charge))).toMatchObject({ disputed: true })
  standIn.control.closeDispute(id, 'won')
  expect(await standIn.news()).toEqual([
    'charge.updated',
    'charge.dispute.created',
    'charge.dispute.funds_withdrawn',
    'charge.dispute.closed',
    'charge.dispute.funds_reinstated',
  ])
  expect((await standIn.stripe.disputes.retrieve(id)).status).toBe('won')
})

test('while collection is paused nothing is taken, and the invoices are void', async () => {
  const { customer, subscription } = await subscribed(standIn)
  const { subscriptions } = standIn.stripe
  await subscriptions.update(subscription, { pause_collection: { behavior: 'void' } })
  standIn.control.renew(subscription)
  expect((await subscriptions.retrieve(subscription)).status).toBe('active')
  expect((await standIn.stripe.invoices.list({ customer, status: 'void' })).data).toHaveLength(1)
  const resumed = await subscriptions.update(subscription, { pause_collection: '' })
  expect(resumed.pause_collection).toBeNull()
  standIn.control.renew(subscription)
  expect((await standIn.stripe.invoices.list({ customer, status: 'paid' })).data).toHaveLength(2)
})

test('a deleted customer loses every subscription and is told as deleted', async () => {
  const { customer, subscription } = await subscribed(standIn)
  await standIn.news()
  standIn.control.deleteCustomer(customer)
  expect(await standIn.news()).toEqual(['customer.subscription.deleted', 'customer.deleted'])
  expect(await standIn.stripe.customers.retrieve(customer)).toEqual(
    expect.objectContaining({ id: customer, deleted: true }),
  )
  expect((await standIn.stripe.subscriptions.retrieve(subscription)).status).toBe('canceled')
  const portal = standIn.stripe.billingPortal.sessions.create({ customer })
  await expect(portal).rejects.toMatchObject({ code: 'resource_missing', param: 'customer', statusCode: 400 })
  standIn.control.advance(90 * day)
  expect(await standIn.news()).toEqual([])
})

test('a trial without a card ends as it was agreed', async () => {
  const end = async (missing_payment_method: 'cancel' | 'pause') => {
    const session = await standIn.stripe.checkout.sessions.create({
      mode: 'subscription',
      customer_email: 'grace@example.com',
      payment_method_collection: 'if_required',
      line_items: [{ price: 'price_pro_monthly', quantity: 1 }],
      success_url: 'http://localhost:3000/',
      subscription_data: {
        trial_period_days: 7,
        trial_settings: { end_behavior: { missing_payment_method } },
      },
    })
    const { subscription } = standIn.control.completeCheckout(session.id, null)
    standIn.control.advance(8 * day)
    return (await standIn.stripe.subscriptions.retrieve(String(subscription))).status
  }
  expect(await end('cancel')).toBe('canceled')
  expect(await end('pause')).toBe('paused')
})
