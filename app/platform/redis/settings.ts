import { z } from 'zod'
import { optional, zeroOrOne } from '../env-values.ts'

/** A Redis beside PostgreSQL: it makes things quicker, and nothing is lost with it. */
export type RedisSettings = {
  /** redis:// or, over TLS, rediss://; it may hold a name, a password and the number of a database. */
  url: string
  /** Whether the address is that of one node of a Redis Cluster, which names the others. */
  cluster: boolean
  /** Who is asked where the Redis is at the moment; then the address says only how to speak to it. None without it. */
  sentinel?: Sentinel | null
}

type Sentinel = {
  addresses: { host: string; port: number }[]
  /** What they call it. */
  master: string
  /** Their own, where they want one. */
  password: string | undefined
}

const sentinelPort = 26_379

/** Addresses parted by commas, each a host with or without a port; of IPv6 in brackets. */
function addressesOf(value: string, context: z.RefinementCtx): Sentinel['addresses'] {
  const given = value.split(',').map((each) => each.trim())
  return given
    .filter((each) => each !== '')
    .flatMap((each) => {
      const url = URL.parse(`redis://${each}`)
      if (url?.hostname && url.host === each.toLowerCase())
        return [{ host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || sentinelPort) }]
      context.addIssue({
        code: 'custom',
        message: 'has to be hosts such as sentinel-1:26379, parted by commas',
      })
      return []
    })
}

export const redisFields = {
  REDIS_URL: optional(
    z.url({
      protocol: /^rediss?$/,
      error: 'has to be an address that begins with redis:// or rediss://',
    }),
  ),
  REDIS_CLUSTER: optional(zeroOrOne),
  REDIS_SENTINELS: optional(z.string().transform(addressesOf)),
  REDIS_SENTINEL_MASTER: optional(z.string()),
  REDIS_SENTINEL_PASSWORD: optional(z.string()),
}
type Fields = z.output<z.ZodObject<typeof redisFields>>

/** The Redis that the variables describe, null for none. Tells `refuse` what doesn't fit, by the variable's name. */
export function chooseRedis(
  env: Fields,
  refuse: (name: string, message: string) => void,
): RedisSettings | null {
  const { REDIS_URL: url, REDIS_SENTINELS: addresses } = env
  const cluster = env.REDIS_CLUSTER === '1'
  if (url === undefined && cluster)
    refuse('REDIS_CLUSTER', 'is set without REDIS_URL: give the address of one of its nodes')
  if (url === undefined && addresses)
    refuse(
      'REDIS_SENTINELS',
      'is set without REDIS_URL: give an address with how to speak to the Redis itself, such as redis://:password@redis',
    )
  if (cluster && addresses) refuse('REDIS_SENTINELS', 'is set with REDIS_CLUSTER: a Redis Cluster has none')
  if (url === undefined) return null
  const { REDIS_SENTINEL_MASTER: master = 'mymaster', REDIS_SENTINEL_PASSWORD: password } = env
  return { url, cluster, sentinel: addresses ? { addresses, master, password } : null }
}
