import { requireBilling } from '#app/features/billing/billing-of.ts'
import { syncCustomer } from '#app/features/billing/sync-customer.ts'
import type { StripeStandIn } from '#local/stripe/start.ts'
import { accountWorld } from './account-world.ts'
import { browserOf } from './route-world.ts'
import { standInVariables } from './stripe-events.ts'
import type { TestDatabase } from './test-database.ts'

/** People who buy, over a test database and a stand-in. */
export function billingWorld(database: TestDatabase, standIn: () => StripeStandIn) {
  const people = accountWorld(database, () => standInVariables(standIn()))

  /** What the worker does with the jobs that ask Stripe, until there are none. */
  async function syncAll(): Promise<number> {
    const billing = requireBilling({
      ...browserOf(database, standInVariables(standIn())).context(),
      database: database.owner,
    })
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
