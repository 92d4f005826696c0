import type { ContentFilter } from '#app/features/content-filter/content-filter.ts'
import { createBuiltinWriter } from '#app/features/generation/builtin/builtin-writer.ts'
import { readGeneration } from '#app/features/generation/read-generation.ts'
import type { RunDependencies } from '#app/features/generation/run-dependencies.ts'
import type { Writer, WriterEvent } from '#app/features/generation/writer.ts'
import type { Snapshot } from '#app/features/sources/snapshot.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import type { TestDatabase } from './test-database.ts'

/** What a run of a generation needs, over a test database; no page can be fetched unless `pages` has it. */
export function runDependencies(
  database: TestDatabase,
  given: { writer?: Writer; pages?: Record<string, Snapshot>; contentFilter?: ContentFilter } = {},
): RunDependencies {
  return {
    prisma: database.owner.prisma,
    pool: database.owner.pool,
    notifications: database.notifications,
    logger: database.logger,
    writerFor: () => given.writer ?? createBuiltinWriter(),
    contentFilter: given.contentFilter ?? { moderate: null, supportEmail: null, logger: database.logger },
    async openSource({ url }, { reading }) {
      const page = given.pages?.[url ?? '']
      if (!page)
        throw new AppError('page-not-found', 'The page answered 404: check the address.', {
          status: 422,
          field: 'source',
        })
      reading()
      return { type: 'snapshot', snapshot: page }
    },
  }
}

/** A writer that tells what a test scripts, one event at a time. */
export function scriptedWriter(script: (signal: AbortSignal) => AsyncIterable<WriterEvent>): Writer {
  return { name: 'builtin', write: ({ signal }) => script(signal) }
}

export const tweetEvent = (text: string): WriterEvent => ({
  type: 'tweet',
  tweet: { text, spans: [{ start: 0, end: 10 }] },
})

/** A job as the queue hands it to a run. */
export const jobOf = (generationId: string, isLastTry = false) => ({
  generationId,
  isLastTry,
  signal: new AbortController().signal,
})

/** How a submitted thread's newest generation stands, as its owner sees it. */
export const viewOf =
  (database: TestDatabase) =>
  async ({ owner, threadId }: { owner: Owner; threadId: string }) => {
    const found = await readGeneration(database.app.pool, owner, threadId)
    if (!found) throw new Error('no generation')
    return found
  }
