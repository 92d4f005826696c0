import type pg from 'pg'
import type { ContentFilter } from '#app/features/content-filter/content-filter.ts'
import type { OpenSource } from '#app/features/sources/open-source.ts'
import type { Db } from '#app/platform/db.server.ts'
import type { Env } from '#app/platform/env.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import type { Notifications } from '#app/platform/notifications.server.ts'
import type { PaidRun } from './choose-writer.ts'
import type { Writer } from './writer.ts'

/** What a run works with. */
export type RunDependencies = {
  prisma: Db
  pool: pg.Pool
  notifications: Notifications
  /** Fetches a page or takes up an upload, and reads it; throws an AppError. */
  openSource: OpenSource
  /** The writer for a run: the one that was asked for, else the one configured. */
  writerFor(wanted: string | null, run: PaidRun): Writer
  /** Looks at what was written before anybody may post it. */
  contentFilter: ContentFilter
  /** Whether plans say how long a source may be; they don't without it. */
  quotas?: boolean
  /** What is sold, if anything is. */
  payments?: Env['payments']
  logger: Logger
}
