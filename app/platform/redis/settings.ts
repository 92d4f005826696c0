import { z } from 'zod'
import { optional, zeroOrOne } from '../env-values.ts'

/** A Redis beside PostgreSQL: it makes things quicker, and nothing is lost with it. */
export type RedisSettings = {
  /** redis:// or, over TLS, rediss://; it may hold a name and a password. */
  url: string
  /** Whether the address is that of one node of a Redis Cluster, which names the others. */
  cluster: boolean
}

export const redisFields = {
  REDIS_URL: optional(
    z.url({
      protocol: /^rediss?$/,
      error: 'has to be an address that begins with redis:// or rediss://',
    }),
  ),
  REDIS_CLUSTER: optional(zeroOrOne),
}

/** The Redis that the variables describe, null for none. Tells `refuse` what doesn't fit, by the variable's name. */
export function chooseRedis(
  { REDIS_URL: url, REDIS_CLUSTER: cluster }: { REDIS_URL?: string; REDIS_CLUSTER?: '0' | '1' },
  refuse: (name: string, message: string) => void,
): RedisSettings | null {
  if (url !== undefined) return { url, cluster: cluster === '1' }
  if (cluster === '1')
    refuse('REDIS_CLUSTER', 'is set without REDIS_URL: give the address of one of its nodes')
  return null
}
