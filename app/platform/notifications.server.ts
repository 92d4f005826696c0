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
   * again. While the database can't be heard it resolves within a second, so that waiting becomes polling.
   */
  wait(key: string, options: { timeoutMs: number; signal?: AbortSignal }): Promise<void>
  /** Calls back on each event of `key`; returns how to stop it. */
  listen(key: string, heard: () => void): () => void
  close(): Promise<void>
}

/**
 * Hears `pg_notify(channel, key)` over one connection a process, for any number of waiters. Make the wait before the
 * read that decides whether to wait, else what happens in between is missed.
 */
export function createNotifications(options: {
  url: string
  channel: string
  logger: Logger
}): Notifications {
  const events = new EventEmitter().setMaxListeners(0)
  let client: pg.Client | null = null
  let hearing = false
  let closed = false
  let retry: NodeJS.Timeout | undefined

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
      hearing = false
      next.removeAllListeners('notification')
      next.end().catch(() => {})
      if (closed) return
      if (error) options.logger.warn({ error: error.message }, 'notifications are not heard; trying again')
      retry = setTimeout(connect, reconnectAfter)
    }
    next.on('error', lost)
    next.on('end', () => lost())
    next.on('notification', ({ payload }) => payload && events.emit(payload))
    try {
      await next.connect()
      await next.query(`listen ${pg.escapeIdentifier(options.channel)}`)
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
          events.off(key, done)
          signal?.removeEventListener('abort', done)
          resolve()
        }
        const timer = setTimeout(done, hearing ? timeoutMs : Math.min(timeoutMs, deafWait))
        events.on(key, done)
        if (signal?.aborted) done()
        else signal?.addEventListener('abort', done)
      })
    },
    listen(key, heard) {
      events.on(key, heard)
      return () => events.off(key, heard)
    },
    async close() {
      closed = true
      clearTimeout(retry)
      await connecting
      await client?.end().catch(() => {})
    },
  }
}
