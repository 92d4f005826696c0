import { LRUCache } from 'lru-cache'
import { forget } from '#app/platform/cache/forget.ts'
import type { Notifications } from '#app/platform/notifications.server.ts'
import type { Redis } from '#app/platform/redis/redis.ts'
import { type Session, sessionCacheKey } from './session.ts'
import { cachedFor } from './session-life.ts'

/** Some megabytes. */
const mostRemembered = 10_000

/** The channel on which the database says that a session ended or is another now, by the hash of its token. */
export const sessionChannel = 'sessions'

export type SessionMemory = {
  get(tokenHash: string): Session | undefined
  /** To be called before a session is read: gives what remembers it, if nothing changed in the meantime. */
  begin(tokenHash: string): (session: Session) => void
  forget(tokenHash: string): void
}

/** A process has one Redis, or what stands in for it, and one memory beside it. */
const memories = new WeakMap<Redis, SessionMemory>()

export const memoryOf = (redis: Redis): SessionMemory | undefined => memories.get(redis)

/**
 * Lets a process answer by itself for sessions that it read in the last 10 seconds, for as long as it hears from the database
 * what becomes of them, which takes some milliseconds. While it hears nothing it remembers nothing.
 */
export function rememberSessions(redis: Redis, notifications: Notifications): void {
  const known = new LRUCache<string, Session>({ max: mostRemembered, ttl: cachedFor })
  let changes = 0
  const drop = (tokenHash: string) => {
    changes += 1
    known.delete(tokenHash)
  }
  notifications.follow(sessionChannel, (tokenHash) => {
    if (tokenHash !== null) {
      drop(tokenHash)
      // Whoever made the change may not speak to Redis, or not at this moment.
      if (redis.kind !== 'in-process') void forget(redis, sessionCacheKey(tokenHash), cachedFor)
      return
    }
    changes += 1
    known.clear()
  })
  memories.set(redis, {
    get: (tokenHash) => known.get(tokenHash),
    begin(tokenHash) {
      const before = changes
      return (session) => {
        if (changes === before && notifications.isHearing()) known.set(tokenHash, session)
      }
    },
    forget: drop,
  })
}
