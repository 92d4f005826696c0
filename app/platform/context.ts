import type { Database } from './db.server.ts'
import type { Env } from './env.ts'
import type { Limits } from './limits.server.ts'
import type { Logger } from './logger.server.ts'
import type { Metrics } from './metrics/create-metrics.ts'
import type { Notifications } from './notifications.server.ts'
import type { Redis } from './redis/redis.ts'
import type { Replica } from './replica/replica.ts'
import type { StaleReads } from './replica/stale-reads.server.ts'
import type { Sealer } from './sealer.server.ts'
import type { Storage } from './storage.ts'

/** What the web process lends to every loader and action, beside the request itself. */
export type AppContext = StaleReads & {
  env: Env
  database: Database
  /** Whether there is a read replica, and how it stands. A loader reads there by the one door that it is lent for that, alone. */
  replica: Replica
  notifications: Notifications
  /** Where uploads and other files are kept. */
  storage: Storage
  /** What may be lost at any time, shared by all processes where a Redis is connected. */
  redis: Redis
  /** How often something may be done; see limits/table.ts. */
  limits: Limits
  /** The address that the request came from, as far as our own proxies say. */
  ip: string
  /** Seals and opens what has to be kept secret. */
  sealer: Sealer
  logger: Logger
  /** What this process counts, on a registry of its own. */
  metrics: Metrics
  /** Aborted when the process begins to stop, so that held requests end at once. */
  stopping: AbortSignal
  /** Marks this response's own scripts for the content security policy. */
  cspNonce: string
  /** Lets scripts with these hashes run in place of those with the nonce; there where a policy is sent at all. */
  allowScripts?: (hashes: readonly string[]) => void
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends AppContext {}
  // Loaders answer with what they return, as it is, rather than with its JSON.
  interface Future {
    v3_singleFetch: true
  }
}
