import { stripeDoorOf } from '#app/integrations/stripe/door.ts'
import type { AppContext } from '#app/platform/context.ts'
import { AppError } from '#app/platform/errors.ts'
import type { SyncDependencies } from './sync-customer.ts'

type Context = {
  env: Pick<AppContext['env'], 'payments' | 'appUrl' | 'supportEmail'>
} & Pick<AppContext, 'database' | 'redis' | 'sealer' | 'logger'>

/** What buying needs, of a request's context or a worker's; null where nothing is sold. */
export function billingOf({ env, database, redis, sealer, logger }: Context): SyncDependencies | null {
  const door = stripeDoorOf({ env, database })
  if (!door || !env.payments) return null
  const { appUrl, supportEmail, payments: settings } = env
  return { prisma: database.prisma, redis, sealer, logger, door, settings, appUrl, supportEmail }
}

/** The same for what can't be done without; throws `nothing-sold` (404). */
export function requireBilling(context: Context): SyncDependencies {
  const billing = billingOf(context)
  if (!billing) throw new AppError('nothing-sold', 'No plan is sold here.', { status: 404, level: 'info' })
  return billing
}
