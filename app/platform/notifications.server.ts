import { EventEmitter } from 'node:events'
import pg from 'pg'
import { seconds } from './durations.ts'
import type { Logger } from './logger.server.ts'

/** How long a wait lasts at most while the connection is down and nothing can be heard. */
const deafWait = seconds(1)
const reconnectAfter = seconds(1)

export type Notifications = {
  /**
   * Resolves when something happens to `key`, after `timeoutMs`, or on abort, whichever comes first: always look
   * again. It resolves at once when the database is lost, and within a second while it can't be heard, so that waiting
   * becomes polling.
   */
  wait(key: string, options: { timeoutMs: number; signal?: AbortSignal }): Promise<void>
  /** Calls back on each event of `key`, and on nothing else; returns how to stop it. */
  listen(key: string, heard: () => void): () => void
  /** Calls back with the key of each event of a channel that is listened on, and with null where some may have been missed. */
  follow(channel: string, told: (key: string | null) => void): void
  /** Whether events are heard at present, as far as the connection tells. */
  isHearing(): boolean
  close(): Promise<void>
}

/**
 * Hears `pg_notify(channel, key)` over one connection a process, for any number of waiters. Make the wait before the
 * read that decides whether to wait, else what happens in between is missed.
 */
export function createNotifications(options: {
  url: string
  channels: string[]
  logger: Logger
}): Notifications {
  const keys = new EventEmitter().setMaxListeners(0)
  const channels = new EventEmitter()
  const waits = new Set<() => void>()
  let client: pg.Client | null = null
  let hearing = false
  let closed = false
  let retry: NodeJS.Timeout | undefined

  function stopHearing() {
    hearing = false
    for (const channel of options.channels) channels.emit(channel, null)
    // What happens from now on is not heard: whoever waits for it looks, and waits for less.
    for (const endWait of waits) endWait()
  }

  async function connect() {
    const next = new pg.Client({
      connectionString: options.url,
      application_name: 'threadr-notifications',
      connectionTimeoutMillis: seconds(5),
      keepAlive: true,
    })
    client = next
    const lost = (error?: Error) => {
      if (client !== next) return
      client = null
      stopHearing()
      next.removeAllListeners('notification')
      next.end().catch(() => {})
      if (closed) return
      if (error) options.logger.warn({ error: error.message }, 'notifications are not heard; trying again')
      retry = setTimeout(connect, reconnectAfter)
    }
    next.on('error', lost)
    next.on('end', () => lost())
    next.on('notification', ({ channel, payload }) => {
      if (!payload) return
      keys.emit(payload)
      channels.emit(channel, payload)
    })
    try {
      await next.connect()
      for (const channel of options.channels) await next.query(`listen ${pg.escapeIdentifier(channel)}`)
      hearing = client === next
    } catch (error) {
      lost(error instanceof Error ? error : new Error(String(error)))
    }
  }
  const connecting = connect()

  return {
    wait(key, { timeoutMs, signal }) {
      return new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer)
          keys.off(key, done)
          waits.delete(done)
          signal?.removeEventListener('abort', done)
          resolve()
        }
        const timer = setTimeout(done, hearing ? timeoutMs : Math.min(timeoutMs, deafWait))
        keys.on(key, done)
        waits.add(done)
        if (signal?.aborted) done()
        else signal?.addEventListener('abort', done)
      })
    },
    listen(key, heard) {
      keys.on(key, heard)
      return () => keys.off(key, heard)
    },
    follow: (channel, told) => void channels.on(channel, told),
    isHearing: () => hearing,
    async close() {
      closed = true
      clearTimeout(retry)
      await connecting
      stopHearing()
      await client?.end().catch(() => {})
    },
  }
}
