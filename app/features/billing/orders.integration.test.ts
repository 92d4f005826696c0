import { expect, test } from 'vitest'
import { hearOrders, ordersOf } from '#tests/faults/stripe/hear-orders.ts'
import { standInVariables, startQuietStandIn } from '#tests/setup/quiet-stand-in.ts'
import { browserOf } from '#tests/setup/route-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { requireBilling } from './billing-of.ts'

const database = cloneTestDatabase()

test('six events in any order, each ten times at once, come to one standing, one payment and one message of each kind', async () => {
  const standIn = await startQuietStandIn()
  try {
    const context = browserOf(database, standInVariables(standIn)).context()
    const billing = requireBilling({ ...context, database: database.owner })
    // Four of all 720; `npm run faults` hears more of them.
    const orders = ordersOf(6).filter((_, index) => index % 181 === 0)
    const seen = await hearOrders(billing, standIn, orders)
    expect([...seen].map((each) => JSON.parse(each))).toEqual([
      {
        row: {
          status: 'active',
          plan: 'pro',
          interval: 'month',
          amountCents: 1200,
          cancelAtPeriodEnd: false,
          told: 2,
        },
        ledger: ['payment 1200'],
        mails: ['You are on Pro', 'Your receipt: $12.00 for Threadr'],
      },
    ])
    expect(await database.owner.prisma.stripeEvent.count()).toBe(orders.length * 6)
  } finally {
    await standIn.close()
  }
}, 120_000)
