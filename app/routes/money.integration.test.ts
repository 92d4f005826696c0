import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leaveStripe } from '#app/features/billing/end-customer.ts'
import type { StripeStandIn } from '#local/stripe/start.ts'
import { whereTo } from '#tests/setup/account-world.ts'
import { billingWorld, sessionIn } from '#tests/setup/billing-world.ts'
import { startQuietStandIn } from '#tests/setup/quiet-stand-in.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { loader } from './admin.money/route.tsx'

const database = cloneTestDatabase()
let standIn: StripeStandIn
beforeAll(async () => {
  standIn = await startQuietStandIn()
})
afterAll(() => standIn.close())
const world = billingWorld(database, () => standIn)
const { buyer, hear, billing, buy, back, ledgerOf, signedIn } = world

const changesOf = async ({ id }: { id: string }) =>
  (
    await database.owner.prisma.subscriptionChange.findMany({
      where: { userId: id },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    })
  ).map(({ fromCents, toCents }) => [fromCents, toCents])
const seenBy = async (role: 'admin' | 'support' | 'user') =>
  (await signedIn({ role })).browser.request(loader, '/admin/money')
const money = async () => {
  const answer = await seenBy('admin')
  if (!('data' in answer)) throw new Error('no page')
  return answer.data.currencies
}
/** Changes the price of a subscription as Stripe's portal does. */
const changePrice = async ({ subscription }: { subscription: string }, price: string) => {
  const { door } = billing()
  const { items } = await door.ask((stripe) => stripe.subscriptions.retrieve(subscription))
  const [item] = items.data
  if (!item) throw new Error('no item')
  await door.ask((stripe) => stripe.subscriptions.update(subscription, { items: [{ id: item.id, price }] }))
}

describe('what somebody pays a month', () => {
  test('begins with the first payment, follows the price, ends, and begins again', async () => {
    const person = await buyer()
    expect(await changesOf(person)).toEqual([])
    standIn.control.renew(person.subscription)
    await hear(person)
    await changePrice(person, 'price_pro_yearly')
    await hear(person)
    await changePrice(person, 'price_pro_monthly')
    await hear(person)
    await hear(person)
    standIn.control.deleteCustomer(person.customer)
    await hear(person)
    standIn.control.completeCheckout(sessionIn(whereTo(await buy(person))))
    await back(person)
    const all = [
      [0, 1200],
      [1200, 1000],
      [1000, 1200],
      [1200, 0],
      [0, 1200],
    ]
    expect(await changesOf(person)).toEqual(all)
    await database.owner.prisma.$transaction((tx) => leaveStripe(tx, person.id))
    expect(await changesOf(person)).toEqual([...all, [1200, 0]])
    await database.owner.prisma.user.delete({ where: { id: person.id } })
    const [usd] = await money()
    expect(usd).toMatchObject({ currency: 'usd', bySubscriptions: 0, differences: [] })
    expect(usd?.months.at(-1)?.end).toBe(0)
    expect(usd?.months).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          new: 1200,
          contraction: 200,
          expansion: 200,
          churned: 2400,
          reactivated: 1200,
          endByChanges: 0,
        }),
      ]),
    )
  })

  test('is nothing while it is not collected', async () => {
    const person = await buyer()
    standIn.control.renew(person.subscription)
    await hear(person)
    standIn.control.pause(person.subscription, 'void')
    await hear(person)
    standIn.control.pause(person.subscription, null)
    await hear(person)
    expect(await changesOf(person)).toEqual([
      [0, 1200],
      [1200, 0],
      [0, 1200],
    ])
    const [usd] = await money()
    expect(usd).toMatchObject({ bySubscriptions: 1200, differences: [] })
  })

  test('is changed and shortened by nobody afterwards', async () => {
    for (const statement of [
      'update subscription_changes set to_cents = 0',
      'delete from subscription_changes',
      'truncate subscription_changes',
    ]) {
      await expect(database.owner.pool.query(statement)).rejects.toThrow('never changed nor removed')
      await expect(database.app.pool.query(statement)).rejects.toThrow('permission denied')
    }
  })
})

test('a refund that the bank sends back has its counter-entry, once', async () => {
  const person = await buyer()
  standIn.control.renew(person.subscription)
  const whole = standIn.control.refund(person.customer)
  await hear(person)
  standIn.control.failRefund(whole.id)
  for (let time = 0; time < 3; time += 1) await hear(person)
  expect((await ledgerOf(person)).map(({ kind, amountCents }) => [kind, amountCents]).sort()).toEqual([
    ['payment', 1200],
    ['refund', -1200],
    ['refund-failed', 1200],
  ])
  const [usd] = await money()
  expect(usd?.differences).toEqual([])
})

describe('the page of the money', () => {
  test('is the admins’ alone', async () => {
    await expect(seenBy('user')).rejects.toMatchObject({ status: 404 })
    await expect(seenBy('support')).rejects.toMatchObject({ status: 403 })
  })

  test('says where a subscription stands otherwise than the changes', async () => {
    const person = await buyer()
    const [before] = await money()
    expect(before?.differences).toEqual([])
    await database.owner.prisma.subscription.update({
      where: { userId: person.id },
      data: { monthlyCents: 300, currency: 'usd' },
    })
    const sum = before?.bySubscriptions ?? 0
    expect((await money())[0]?.differences).toMatchObject([{ what: 'subscriptions', sums: [sum, sum + 300] }])
  })
})
