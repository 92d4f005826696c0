import { countMoneyDifferences } from '#app/features/billing/hold-money.ts'
import { reconcileSubscriptions, sweepEvents } from '#app/features/billing/reconcile.ts'
import type { SyncDependencies } from '#app/features/billing/sync-customer.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

/** Nightly: whatever got lost on the way from Stripe is asked for, a job a customer; and what is kept of the books is held against them. */
export const reconcileSubscriptionsTask = ({
  billing,
  logger,
}: {
  billing: SyncDependencies | null
  logger: Logger
}) =>
  runTask('reconcile_subscriptions', jobCatalog.reconcile_subscriptions.payload, logger, async () => {
    if (!billing) return
    const customers = await reconcileSubscriptions(billing.prisma)
    const swept = await sweepEvents(billing.prisma)
    const differing = await countMoneyDifferences(billing.prisma)
    if (differing > 0)
      logger.error(
        { differing },
        'sums of money aren’t what the books come to: npm run -s threadr -- money --rebuild',
      )
    logger.info({ customers, swept }, 'subscriptions are being reconciled')
  })
