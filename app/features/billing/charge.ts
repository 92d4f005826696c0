import { addressKey } from '#app/platform/client-address.ts'
import type { Env } from '#app/platform/env.ts'
import { type Owner, ownerKey } from '#app/platform/owner.ts'

/** Whom a new thread is charged to beside its owner: a visitor's address, hashed. */
export type Charge = { address: string }

/** How a request's threads are charged; null where nothing is, since everybody has Threadr on their own computer. */
export const chargeOf = (env: Pick<Env, 'quotas' | 'sessionSecret'>, ip: string): Charge | null =>
  env.quotas ? { address: addressKey(ip, env.sessionSecret) } : null

/** What is counted for an owner: a user, or a visitor and their address, since a dropped cookie is a new visitor. */
export const subjectsOf = (owner: Owner, { address }: Charge): string[] =>
  'userId' in owner ? [ownerKey(owner)] : [ownerKey(owner), `address:${address}`]
