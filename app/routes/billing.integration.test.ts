import { beforeAll, describe, expect, test } from 'vitest'
import { errorsOf, whereTo } from '#tests/setup/account-world.ts'
import { billingWorld, type Person, quietStandIn, sessionIn } from '#tests/setup/billing-world.ts'
import { eventsOf, signedEvent } from '#tests/setup/quiet-stand-in.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action as planAction } from './account.plan/route.tsx'
import { action as webhookAction } from './webhooks.stripe.ts'

const database = cloneTestDatabase()
const standIn = quietStandIn()
const world = billingWorld(database, standIn)
const { signedIn, syncAll, mailsTo, rowOf, ledgerOf, buy, back, planOf, buyer, hear, send } = world
let visitor: Person
beforeAll(async () => {
  visitor = await signedIn()
})

describe('buying Pro', () => {
  test('leads to Stripe, and back to a plan page that says what was bought, with one message', async () => {
    const person = await signedIn()
    const url = whereTo(await buy(person))
    expect(url).toContain(standIn().url)
    standIn().control.completeCheckout(sessionIn(url))
    expect(whereTo(await back(person))).toBe('/account/plan?done=bought')
    expect(await planOf(person)).toMatchObject({
      plan: 'pro',
      subscription: { status: 'trialing', amountCents: 1200 },
    })
    expect((await mailsTo(person.email)).map(({ subject }) => subject)).toEqual(['You are on Pro'])
  })

  test('costs nothing for 14 days once a person, and then what the ledger says', async () => {
    const person = await buyer()
    expect(await ledgerOf(person)).toEqual([])
    standIn().control.renew(person.subscription)
    await hear(person)
    expect(await ledgerOf(person)).toMatchObject([{ kind: 'payment', amountCents: 1200, currency: 'usd' }])
    await hear(person)
    const receipts = (await mailsTo(person.email)).filter(({ subject }) => subject.includes('receipt'))
    expect(receipts).toHaveLength(1)
    expect(receipts[0]?.subject).toBe('Your receipt: $12.00 for Threadr')
    expect(receipts[0]?.text).toContain(`See the invoice:\n${standIn().url}/invoice/in_`)
    standIn().control.deleteCustomer(person.customer)
    await hear(person)
    expect(await planOf(person)).toMatchObject({ plan: 'free' })
    // A customer of their own again, and no second trial.
    standIn().control.completeCheckout(sessionIn(whereTo(await buy(person))))
    await back(person)
    expect(await rowOf(person)).toMatchObject({ status: 'active', plan: 'pro', trialEnd: null })
    expect((await rowOf(person)).customerId).not.toBe(person.customer)
  })

  test('ten times at once makes one customer and one checkout', async () => {
    const person = await signedIn()
    const urls = await Promise.all(Array.from({ length: 10 }, () => buy(person)))
    expect(new Set(urls.map(whereTo)).size).toBe(1)
    const mine = Object.values(standIn().control.state.customers).filter(
      ({ email }) => email === person.email,
    )
    expect(mine).toHaveLength(1)
  })

  test('by the year after all closes the checkout by the month', async () => {
    const person = await signedIn()
    const monthly = sessionIn(whereTo(await buy(person)))
    const yearly = sessionIn(whereTo(await buy(person, 'year')))
    expect(standIn().control.state.checkouts[monthly]?.status).toBe('expired')
    expect(standIn().control.state.checkouts[yearly]?.price).toBe('price_pro_yearly')
  })

  test('is not offered a second time to who has it', async () => {
    expect(whereTo(await buy(await buyer()))).toBe('/account/plan')
  })

  test('while Stripe is down is told in a sentence; trying again charges once', async () => {
    const person = await signedIn()
    standIn().control.fail({ kind: 'error', status: 500, times: 3, path: '/v1/checkout/sessions' })
    const answer = await buy(person)
    expect(errorsOf(answer).form).toContain('Nothing was charged')
    standIn().control.mend()
    standIn().control.completeCheckout(sessionIn(whereTo(await buy(person))))
    await back(person)
    const row = await rowOf(person)
    expect(
      Object.values(standIn().control.state.subscriptions).filter(
        ({ customer }) => customer === row.customerId,
      ),
    ).toHaveLength(1)
  }, 30_000)
})

describe('what becomes of it', () => {
  test('a payment that fails is told, the plan stays while it is tried, and ends where none works', async () => {
    const person = await buyer('fails-later')
    standIn().control.afterRetries('unpaid')
    standIn().control.renew(person.subscription)
    await hear(person)
    expect(await planOf(person)).toMatchObject({ plan: 'pro', subscription: { status: 'past_due' } })
    standIn().control.advance(40 * 86_400)
    await hear(person)
    expect(await planOf(person)).toMatchObject({ plan: 'free', subscription: { status: 'unpaid' } })
    const subjects = (await mailsTo(person.email)).map(({ subject }) => subject).reverse()
    expect(subjects.slice(0, 2)).toEqual(['You are on Pro', 'A payment for Threadr didn’t go through'])
    expect(subjects.at(-1)).toBe('You are on Free')
  })

  test('a dispute holds the plan until it is won; refund and dispute stand in the ledger', async () => {
    const person = await buyer()
    standIn().control.renew(person.subscription)
    standIn().control.refund(person.customer, 500)
    await hear(person)
    standIn().control.renew(person.subscription)
    await hear(person)
    const dispute = standIn().control.dispute(person.customer)
    await hear(person)
    expect(await planOf(person)).toMatchObject({ plan: 'free' })
    standIn().control.closeDispute(dispute.id, 'won')
    await hear(person)
    expect(await planOf(person)).toMatchObject({ plan: 'pro' })
    expect((await ledgerOf(person)).map(({ kind, amountCents }) => [kind, amountCents]).sort()).toEqual([
      ['dispute', -1200],
      ['dispute-won', 1200],
      ['payment', 1200],
      ['payment', 1200],
      ['refund', -500],
    ])
  })

  test('the portal opens for who has bought, and for nobody else', async () => {
    const person = await buyer()
    const manage = (who: Person) =>
      who.browser.request(planAction, '/account/plan', { form: { intent: 'manage' } })
    expect(whereTo(await manage(person))).toContain(`${standIn().url}/portal/`)
    expect(errorsOf(await manage(visitor)).form).toContain('haven’t bought')
  })
})

describe('an event', () => {
  const count = () => database.owner.prisma.stripeEvent.count()

  test.each([
    ['that is signed with another secret', { secret: 'whsec_of_somebody_else' }],
    ['that was changed on its way', { tamper: true }],
    ['that is 301 seconds old', { age: 301 }],
    ['that is 301 seconds ahead', { age: -301 }],
    ['that is not signed', { unsigned: true }],
    ['of the other mode', { livemode: true }],
    ['of another account', { account: 'acct_of_somebody_else' }],
    ['that is huge', { padding: 300_000 }],
    ['that is no event', { nonsense: true }],
    ['that is empty', { text: '' }],
    ['that is signed and no JSON', { text: 'id=evt_1&type=invoice.paid' }],
    ['that is signed JSON and no object', { text: '[null]' }],
  ])('%s is refused, and nothing is written', async (_what, how) => {
    const before = await count()
    const person = await buyer()
    const [event] = eventsOf(standIn(), person.customer)
    expect((await send(event ?? {}, how)).status).toBe(400)
    expect(await count()).toBe(before)
  })

  test('that comes again is taken and changes nothing; one of no use is written down and left', async () => {
    const person = await buyer()
    const event = eventsOf(standIn(), person.customer).find(
      ({ type }) => type === 'customer.subscription.created',
    )
    if (!event) throw new Error('no event')
    for (let time = 0; time < 3; time += 1) expect((await send(event)).status).toBe(200)
    expect(await syncAll()).toBe(1)
    expect((await send({ ...event, id: 'evt_useless1', type: 'climate.order.created' })).status).toBe(200)
    expect(await syncAll()).toBe(0)
    expect(
      await database.owner.prisma.stripeEvent.findUnique({ where: { id: 'evt_useless1' } }),
    ).toMatchObject({
      handledAt: expect.any(Date),
    })
  })

  test('signed with the next secret is taken while both are set', async () => {
    const person = await buyer()
    const [event] = eventsOf(standIn(), person.customer)
    const { browser } = visitor
    const context = browser.context()
    if (!event || !context.env.payments) throw new Error('no event')
    const payments = { ...context.env.payments, webhookSecrets: ['whsec_of_the_tests', 'whsec_the_next'] }
    const answer = await webhookAction({
      request: signedEvent(event, { secret: 'whsec_the_next' }),
      params: {},
      context: { ...context, env: { ...context.env, payments } },
    })
    expect(answer.status).toBe(200)
  })
})

test.each(['ledger_entries', 'subscription_changes'])(
  'the books in %s are changed and shortened by nobody',
  async (table) => {
    for (const statement of [
      `update ${table} set currency = 'eur'`,
      `delete from ${table}`,
      `truncate ${table}`,
    ]) {
      await expect(database.owner.pool.query(statement)).rejects.toThrow('never changed nor removed')
      await expect(database.app.pool.query(statement)).rejects.toThrow('permission denied')
    }
  },
)
