import { billingOf } from '#app/features/billing/billing-of.ts'
import { createDatabase } from '#app/platform/db.server.ts'
import { createLogger } from '#app/platform/logger.server.ts'
import { choosePayments } from '#app/platform/payment-settings.ts'
import { createInProcessRedis } from '#app/platform/redis/in-process.ts'
import { createSealer } from '#app/platform/sealer.server.ts'
import { standInVariables, startQuietStandIn } from '#tests/setup/quiet-stand-in.ts'
import { scratchDatabase } from '#tests/setup/scratch-database.ts'
import type { Fault } from '../fault.ts'
import { hearOrders, ordersOf } from './hear-orders.ts'

/**
 * Every seventh of the 720 orders of six events, each event ten times at once: one way to stand, one payment and one message.
 * Seven divides no number of events, so that each event comes at each place.
 */
export const stripeOrders: Fault = {
  name: 'stripe-orders',
  quick: false,
  async run() {
    const scratch = await scratchDatabase()
    const logger = createLogger({ level: 'silent', name: 'faults' })
    const database = createDatabase({ url: scratch.url, poolMax: 10, name: 'faults', logger })
    const standIn = await startQuietStandIn()
    try {
      const payments = choosePayments(
        { ...standInVariables(standIn), STRIPE_STAND_IN: '1', THREADR_ENV: 'test' },
        (name, why) => {
          throw new Error(`${name} ${why}`)
        },
      )
      const billing = billingOf({
        env: { payments, appUrl: 'http://localhost:3000', supportEmail: null },
        database,
        redis: createInProcessRedis(),
        sealer: createSealer(['a-key-of-the-faults-0000000000000001']),
        logger,
      })
      if (!billing) throw new Error('nothing is sold')
      const all = ordersOf(6)
      const orders = all.filter((_, index) => index % 7 === 0)
      const seen = await hearOrders(billing, standIn, orders)
      const [first = ''] = seen
      const isOne =
        seen.size === 1 &&
        /"status":"active","plan":"pro".*"ledger":\["payment 1200"\],"mails":\["You are on Pro","Your receipt: [^"]+"\]/.test(
          first,
        )
      return {
        ok: isOne,
        seen: `${orders.length} of ${all.length} orders, ${seen.size} way to stand: ${first}`,
      }
    } finally {
      await standIn.close()
      await database.close()
      await scratch.drop()
    }
  },
}
