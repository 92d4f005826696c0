import type { SyncDependencies } from '#app/features/billing/sync-customer.ts'
import { syncPerson } from '#app/features/billing/sync-person.ts'
import type { Doing } from './deed.ts'
import { recordDeed } from './record-deed.ts'

/** Has Stripe asked how somebody stands; false where it could not be. Throws StripeFailures of what can't pass. */
export async function askStripe(billing: SyncDependencies, doing: Doing): Promise<boolean> {
  await billing.prisma.$transaction((tx) => recordDeed(tx, doing, 'user.plan-asked'))
  return syncPerson(billing, doing.on)
}
