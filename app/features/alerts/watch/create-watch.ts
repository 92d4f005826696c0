import type pg from 'pg'
import { reasonOf } from '#app/platform/error-reason.ts'
import { type StandInOptions, standIn } from './stand-in.ts'
import { createDatabaseWatch } from './watch-database.ts'

type WatchOptions = StandInOptions & { pool: pg.Pool }

/**
 * What a web process watches, each time it is asked: whether the database can be reached, and, where it can, whether a worker
 * looks at the rules. Never throws. `now` is the process's own time, since it is also asked where there is no other.
 */
export function createWatch(options: WatchOptions) {
  const { pool, logger } = options
  const database = createDatabaseWatch(options)
  let isWatching = false

  async function watch(signal: AbortSignal, now: Date): Promise<void> {
    try {
      await pool.query('select 1')
    } catch (error) {
      if (signal.aborted) return
      logger.error({ reason: reasonOf(error) }, 'the database can’t be reached')
      return database.failed(signal, now)
    }
    await database.reached(signal, now)
    if (await standIn(options, signal))
      logger.warn('no worker has looked at the rules of alerts: the web process did')
  }

  return async (signal: AbortSignal, now = new Date()): Promise<void> => {
    if (isWatching || signal.aborted) return
    isWatching = true
    await watch(signal, now).catch((error) =>
      logger.error({ reason: reasonOf(error) }, 'the rules of alerts could not be looked at'),
    )
    isWatching = false
  }
}
