import { requireBilling } from '#app/features/billing/billing-of.ts'
import { syncCustomer } from '#app/features/billing/sync-customer.ts'
import { loader as planLoader } from '#app/routes/account.plan/route.tsx'
import { action as buyAction } from '#app/routes/pricing/route.tsx'
import { action as webhookAction } from '#app/routes/webhooks.stripe.ts'
import type { StripeStandIn } from '#local/stripe/start.ts'
import { accountWorld, whereTo } from './account-world.ts'
import { eventsOf, signedEvent, standInVariables } from './quiet-stand-in.ts'
import { browserOf } from './route-world.ts'
import type { TestDatabase } from './test-database.ts'

export type Person = Awaited<ReturnType<ReturnType<typeof accountWorld>['signedIn']>>
/** A checkout's number, of its page's address. */
export const sessionIn = (url: string) => new URL(url).pathname.split('/').at(-1) ?? ''

/** People who buy, over a test database and a stand-in. */
export function billingWorld(database: TestDatabase, standIn: () => StripeStandIn) {
  const people = accountWorld(database, () => standInVariables(standIn()))

  /** What the worker needs of billing. */
  const billing = () =>
    requireBilling({
      ...browserOf(database, standInVariables(standIn())).context(),
      database: database.owner,
    })

  /** What the worker does with the jobs that ask Stripe, until there are none. */
  async function syncAll(): Promise<number> {
    const { rows } = await database.owner.pool.query<{ customer: string }>(
      `with taken as (
         delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
         where t.id = j.task_id and t.identifier = 'sync_customer' returning j.payload
       ) select payload->>'customerId' as customer from taken`,
    )
    for (const { customer } of rows) await syncCustomer(billing(), customer)
    return rows.length
  }

  const rowOf = ({ id }: { id: string }) =>
    database.owner.prisma.subscription.findUniqueOrThrow({ where: { userId: id } })
  const ledgerOf = ({ id }: { id: string }) =>
    database.owner.prisma.ledgerEntry.findMany({ where: { userId: id }, orderBy: { at: 'asc' } })
  const buy = async ({ browser }: Person, interval = 'month') =>
    browser.request(buyAction, '/pricing', { form: { intent: 'buy', interval } })
  /** Comes back from Stripe as its pages send people back. */
  const back = ({ browser }: Person, to = '/account/plan?done=bought&back=checkout') =>
    browser.request(planLoader, to).catch((thrown: unknown) => thrown)
  const planOf = async ({ browser }: Person) => {
    const answer = await browser.request(planLoader, '/account/plan')
    return 'data' in answer ? answer.data : Promise.reject(new Error('no plan page'))
  }
  /** Somebody who has bought Pro, and come back. */
  async function buyer(conduct: Parameters<StripeStandIn['control']['completeCheckout']>[1] = 'pays') {
    const person = await people.signedIn()
    standIn().control.completeCheckout(sessionIn(whereTo(await buy(person))), conduct)
    await back(person)
    const row = await rowOf(person)
    return { ...person, customer: row.customerId ?? '', subscription: row.subscriptionId ?? '' }
  }
  /** An event as it comes to the webhook, answered. */
  const send = (event: object, how: Parameters<typeof signedEvent>[1] = {}) =>
    webhookAction({ request: signedEvent(event, how), params: {}, context: people.browser().context() })
  /** Hands the newest events of a customer over, and lets the worker do its part. */
  async function hear(person: { customer: string }) {
    for (const event of eventsOf(standIn(), person.customer)) await send(event)
    await syncAll()
  }
  return { ...people, billing, syncAll, rowOf, ledgerOf, buy, back, planOf, buyer, send, hear }
}
