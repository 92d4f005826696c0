import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { syncCustomer } from '#app/features/billing/sync-customer.ts'
import type { StripeStandIn } from '#local/stripe/start.ts'
import { errorsOf, whereTo } from '#tests/setup/account-world.ts'
import { billingWorld, type Person, sessionIn } from '#tests/setup/billing-world.ts'
import { eventsOf, startQuietStandIn } from '#tests/setup/quiet-stand-in.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action as planAction } from './account.plan/route.tsx'

const database = cloneTestDatabase()
let standIn: StripeStandIn
beforeAll(async () => {
  standIn = await startQuietStandIn()
})
afterAll(() => standIn.close())
const world = billingWorld(database, () => standIn)
const { signedIn, buyer, buy, back, hear, send, planOf, rowOf, ledgerOf, billing, syncAll } = world

const checkoutsOf = (customer: string | null) =>
  Object.values(standIn.control.state.checkouts).filter((each) => each.customer === customer)
const manage = ({ browser }: Person) =>
  browser.request(planAction, '/account/plan', { form: { intent: 'manage' } })

describe('an answer of Stripe’s that is lost', () => {
  test.each(['/v1/customers', '/v1/checkout/sessions'])(
    'on the way from %s leads to one customer and one checkout',
    async (path) => {
      const person = await signedIn()
      standIn.control.fail({ kind: 'close-after', method: 'POST', path })
      const url = whereTo(await buy(person))
      expect(whereTo(await buy(person))).toBe(url)
      const customers = Object.values(standIn.control.state.customers)
      expect(customers.filter(({ email }) => email === person.email)).toHaveLength(1)
      expect(checkoutsOf((await rowOf(person)).customerId)).toHaveLength(1)
    },
  )
})

describe('a customer who was deleted at Stripe', () => {
  test('buys as a new one, though nothing was heard of it', async () => {
    const person = await buyer()
    standIn.control.deleteCustomer(person.customer)
    standIn.control.completeCheckout(sessionIn(whereTo(await buy(person))))
    await back(person)
    const row = await rowOf(person)
    expect(row).toMatchObject({ plan: 'pro', status: 'active' })
    expect(row.customerId).not.toBe(person.customer)
  })

  test('has nothing to manage, and is told so', async () => {
    const person = await buyer()
    standIn.control.deleteCustomer(person.customer)
    expect(errorsOf(await manage(person)).form).toContain('haven’t bought anything')
    expect(await planOf(person)).toMatchObject({ plan: 'free', subscription: { status: 'none' } })
  })

  test('keeps what the ledger has of them', async () => {
    const person = await buyer()
    standIn.control.renew(person.subscription)
    await hear(person)
    standIn.control.deleteCustomer(person.customer)
    await hear(person)
    expect(await ledgerOf(person)).toMatchObject([{ kind: 'payment', amountCents: 1200 }])
  })
})

describe('a price', () => {
  test('that Stripe doesn’t know is told in a sentence, and nothing is opened', async () => {
    const browser = world.browser({ STRIPE_PRICE_PRO_MONTHLY: 'price_of_nobody' })
    const who = await world.person()
    await world.signIn(browser, who)
    expect(errorsOf(await buy({ ...who, browser })).form).toMatch(/price|plan/i)
    expect(checkoutsOf((await rowOf(who)).customerId)).toEqual([])
  })

  test('that is none of ours gives no plan, and the page says what to do', async () => {
    const person = await buyer()
    await syncCustomer(
      { ...billing(), settings: { proPrices: { month: ['price_next'], year: ['price_next_year'] } } },
      person.customer,
    )
    expect(await planOf(person)).toMatchObject({
      plan: 'free',
      subscription: { plan: null, isUnderWay: true },
    })
    // Once the setting names it, they have it.
    await syncCustomer(billing(), person.customer)
    expect(await planOf(person)).toMatchObject({ plan: 'pro' })
  })
})

test('an event that comes ten times at once, and again later, changes nothing twice', async () => {
  const person = await buyer()
  standIn.control.renew(person.subscription)
  const events = eventsOf(standIn, person.customer)
  for (const event of events)
    expect(
      (await Promise.all(Array.from({ length: 10 }, () => send(event)))).map(({ status }) => status),
    ).toEqual(Array.from({ length: 10 }, () => 200))
  expect(await syncAll()).toBe(1)
  for (const event of events) expect((await send(event)).status).toBe(200)
  expect(await syncAll()).toBe(0)
  expect(await ledgerOf(person)).toHaveLength(1)
})
