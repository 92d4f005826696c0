import { syncCustomer } from '#app/features/billing/sync-customer.ts'
import { requireBilling } from '#app/features/billing/billing-of.ts'
import { type StripeStandIn, startStripeStandIn } from '#local/stripe/start.ts'
import { accountWorld } from './account-world.ts'
import { browserOf } from './route-world.ts'
import { standInPrices } from './stripe-stand-in.ts'
import type { TestDatabase } from './test-database.ts'

const webhookSecret = 'whsec_of_the_tests'

/** What points an environment at a stand-in. */
export const standInVariables = (standIn: Pick<StripeStandIn, 'url'>) => ({
  STRIPE_SECRET_KEY: 'sk_test_of_the_tests',
  STRIPE_WEBHOOK_SECRET: webhookSecret,
  STRIPE_API_BASE: standIn.url,
  STRIPE_STAND_IN: '1',
  STRIPE_PRICE_PRO_MONTHLY: 'price_pro_monthly',
  STRIPE_PRICE_PRO_YEARLY: 'price_pro_yearly',
})

/** A stand-in whose events go nowhere by themselves: tests send them. */
export const startQuietStandIn = () =>
  startStripeStandIn({
    port: 0,
    secretKey: 'sk_test_of_the_tests',
    webhookSecret,
    webhookUrl: 'http://127.0.0.1:9/',
    prices: standInPrices,
    retryAfterMs: [3_600_000],
  })

/** People who buy, over a test database and a stand-in. */
export function billingWorld(database: TestDatabase, standIn: () => StripeStandIn) {
  const people = accountWorld(database, () => standInVariables(standIn()))

  /** What the worker does with the jobs that ask Stripe, until there are none. */
  async function syncAll(): Promise<number> {
    const billing = requireBilling({ ...browserOf(database, standInVariables(standIn())).context(), database: database.owner })
    const { rows } = await database.owner.pool.query<{ customer: string }>(
      `with taken as (
         delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
         where t.id = j.task_id and t.identifier = 'sync_customer' returning j.payload
       ) select payload->>'customerId' as customer from taken`,
    )
    for (const { customer } of rows) await syncCustomer(billing, customer)
    return rows.length
  }
  return { ...people, syncAll }
}
