import { afterEach, beforeEach, expect, test } from 'vitest'
import { type StandInWithReceiver, startWithReceiver, subscribed } from '#tests/setup/stripe-stand-in.ts'

let standIn: StandInWithReceiver
beforeEach(async () => {
  standIn = await startWithReceiver()
})
afterEach(() => standIn.close())

const day = 86_400
const statusOf = async (id: string) => (await standIn.stripe.subscriptions.retrieve(id)).status

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
  const sub = await standIn.stripe.subscriptions.retrieve(subscription)
  expect(sub.status).toBe('trialing')
  expect(sub.items.data[0]!.current_period_end).toBe(sub.trial_end)
  expect(sub.items.data[0]!.price.unit_amount_decimal?.toNumber()).toBe(1200)

  standIn.control.advance(11 * day)
  expect(await standIn.news()).toEqual(['customer.subscription.trial_will_end'])
  standIn.control.renew(subscription)
  expect(await standIn.news()).toEqual([
    'invoice.created',
    'customer.subscription.updated',
    'invoice.finalized',
    'payment_intent.created',
    'charge.succeeded',
    'payment_intent.succeeded',
    'invoice.paid',
    'invoice.payment_succeeded',
  ])
  expect(await statusOf(subscription)).toBe('active')
  const invoices = await standIn.stripe.invoices.list({ customer })
  expect(invoices.data.map(({ amount_paid }) => amount_paid)).toEqual([1200, 0])
})
