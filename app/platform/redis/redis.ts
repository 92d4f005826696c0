import type { Redis as Client, Cluster } from 'ioredis'

/**
 * Short-lived values by key, shared by all processes where a Redis is connected. It may lose everything at any time, so
 * only what can be had again belongs here. No call ever throws, and none takes longer than some tens of milliseconds:
 * a Redis that is gone or frozen answers null and keeps nothing, and is left alone for a moment before it is asked again;
 * of a cluster only the node whose keys were not answered.
 */
export type Redis = {
  kind: 'redis' | 'redis-sentinel' | 'redis-cluster' | 'in-process'
  get(key: string): Promise<string | null>
  /** Keeps a value for so many milliseconds, 1 at least. Gives whether that is certain. */
  set(key: string, value: string, keepForMs: number): Promise<boolean>
  /** The same where the key has no value; what it has stays. */
  setNew(key: string, value: string, keepForMs: number): Promise<void>
  delete(key: string): Promise<void>
  /**
   * Lends the connection to a library that speaks to Redis by itself about one key, or about none, under the same rules.
   * Null where there is none, and where the answer failed or did not come in time.
   */
  lend<Answer>(
    key: string | null,
    work: (client: Client | Cluster) => Promise<Answer>,
  ): Promise<Answer | null>
  /** Lets what was asked be answered, for half a second at most, and disconnects. */
  close(): Promise<void>
}
