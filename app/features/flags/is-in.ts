import { createHash } from 'node:crypto'
import type { Owner } from '#app/platform/owner.ts'
import type { PlanName } from '#app/platform/plan-name.ts'

/** How a flag stands: off for everybody, or on for those listed and for a share of the others. */
export type FlagState = {
  isOn: boolean
  /** Of everybody, from 0 to 100. */
  percent: number
  users: readonly string[]
  visitors: readonly string[]
  plans: readonly string[]
}

/**
 * From 0 to 99.99, the same for the same flag and subject in every process and for good: who is in at 10 % is in at 20 %, and
 * another flag parts people otherwise.
 */
export function placeOf(flag: string, owner: Owner): number {
  const subject = 'userId' in owner ? owner.userId : owner.visitorId
  return (createHash('sha256').update(`${flag}\n${subject}`).digest().readUInt32BE() % 10_000) / 100
}

/** Whether somebody is in. Their plan is asked for only where plans are listed. */
export async function isIn(
  flag: string,
  { isOn, percent, users, visitors, plans }: FlagState,
  owner: Owner,
  planOf: () => Promise<PlanName>,
): Promise<boolean> {
  if (!isOn) return false
  if ('userId' in owner ? users.includes(owner.userId) : visitors.includes(owner.visitorId)) return true
  if (placeOf(flag, owner) < percent) return true
  return plans.length > 0 && plans.includes(await planOf())
}
