import type { Owner } from '#app/platform/owner.ts'
import { type Plan, plans } from './plans.ts'

/** The plan that an owner is on. Nobody can buy one yet: whoever has an account is on Free. */
export async function planOf(owner: Owner): Promise<Plan> {
  return 'userId' in owner ? plans.free : plans.visitor
}

/** Whom a limit by plan counts: an owner, and their plan's name. */
export const countedOwner = async (owner: Owner) => ({ owner, plan: (await planOf(owner)).name })
