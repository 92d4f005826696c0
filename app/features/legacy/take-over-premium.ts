import { takeOverAccount } from '#app/features/accounts/make-account.ts'
import { grantPlan } from '#app/features/billing/grant-plan.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { emailIn, personOf } from './people.ts'
import { field, type LegacyValue, Skipped, timeSchema, truthSchema } from './record.ts'

const endNames = [
  'expires_at',
  'expiresAt',
  'expires',
  'expiry',
  'valid_until',
  'validUntil',
  'until',
  'premium_until',
  'end_date',
]
const activeNames = [
  'active',
  'is_active',
  'isActive',
  'premium',
  'is_premium',
  'isPremium',
  'has_access',
  'access',
  'status',
]

/**
 * Gives who had paid at the earlier Threadr the plan Pro until their time is over. A record without an end ends with its key
 * in Redis; one without either is left for a person to decide, by `endless`. Throws Skipped.
 */
export async function takeOverPremium(
  tx: Tx,
  id: string,
  { content, expiresAt }: LegacyValue,
  { endless, now }: { endless: Date | null; now: Date },
): Promise<void> {
  const isActive = truthSchema.safeParse(content).data ?? field(content, activeNames, truthSchema)
  const says = timeSchema.safeParse(content).data ?? field(content, endNames, timeSchema)
  if (isActive === false) throw new Skipped('not-active')
  if (isActive === undefined && says === undefined) throw new Skipped('not-understood')
  const until = says ?? expiresAt ?? endless
  if (!until) throw new Skipped('no-end')
  if (until <= now) throw new Skipped('is-over')
  const userId = (await personOf(tx, id)) ?? (await personByAddress(tx, content))
  if (userId === null) throw new Skipped('unknown-person')
  await grantPlan(tx, { userId, plan: 'pro', until, reason: 'legacy' })
}

async function personByAddress(tx: Tx, content: unknown): Promise<string | null> {
  const email = emailIn(content)
  if (email === undefined) return null
  const name = email.slice(0, email.indexOf('@'))
  return (await takeOverAccount(tx, { email, name, createdAt: undefined })).userId
}
