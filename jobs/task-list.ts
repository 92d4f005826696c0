import type { Task } from 'graphile-worker'
import { createWriterChoice } from '#app/features/generation/choose-writer.ts'
import type { ReadDocument } from '#app/features/sources/document.ts'
import { readUrl } from '#app/features/sources/read-url.ts'
import { createSafeFetch } from '#app/integrations/safe-fetch/safe-fetch.ts'
import type { Database } from '#app/platform/db.server.ts'
import type { Env } from '#app/platform/env.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import type { Notifications } from '#app/platform/notifications.server.ts'
import type { JobName } from '#app/platform/queue/catalog.ts'
import { generateThread } from './tasks/generate-thread.ts'

/** The handler of every job in the catalog, wired to what an environment sets. */
export function createTasks(
  env: Pick<Env, 'openai' | 'allowLocalAddresses'>,
  { prisma, pool }: Database,
  notifications: Notifications,
  logger: Logger,
  readDocument: ReadDocument,
): Record<JobName, Task> {
  const fetchPage = createSafeFetch({ allowLocalAddresses: env.allowLocalAddresses })
  return {
    generate_thread: generateThread({
      prisma,
      pool,
      notifications,
      readUrl: (url, { signal }) => readUrl(url, { fetchPage, readDocument, signal }),
      writerFor: createWriterChoice(env),
      logger,
    }),
  }
}
