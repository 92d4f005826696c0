import { expect, test } from 'vitest'
import { monthlyCents } from './monthly-cents.ts'

type Made = { status?: string; cents?: number; interval?: string; count?: number; paid?: boolean }

/** What is looked at of a subscription that began at 100, and of a charge after that. */
function monthly({ status = 'active', cents = 1200, interval = 'month', count = 1, paid = true }: Made) {
  const price = { unit_amount: cents, recurring: { interval, interval_count: count } }
  const subscription = {
    status,
    pause_collection: null,
    created: 100,
    items: { data: [{ price, quantity: 1 }] },
  }
  return monthlyCents(subscription, [{ paid, amount_captured: cents, created: 101 }])
}

test.each([
  ['a month', {}, 1200],
  ['a year, by the twelfth', { interval: 'year', cents: 12_000 }, 1000],
  ['a year that is no whole number of cents a month', { interval: 'year', cents: 9_999 }, 833],
  ['a year at the half of a cent', { interval: 'year', cents: 12_006 }, 1001],
  ['a quarter', { count: 3, cents: 3_000 }, 1000],
  ['what is being collected once more', { status: 'past_due' }, 1200],
  ['a trial', { status: 'trialing', paid: false }, 0],
  ['a trial that is over and not paid yet', { paid: false }, 0],
  ['what was given up', { status: 'unpaid' }, 0],
  ['what is over', { status: 'canceled' }, 0],
])('%s comes to its share of a month: %o %i', (_what, made, cents) => {
  expect(monthly(made)).toBe(cents)
})
