import type { AppContext } from '#app/platform/context.ts'
import { seconds } from '#app/platform/durations.ts'
import type { Owner } from '#app/platform/owner.ts'
import { awaitChange } from './await-change.ts'

/** Shorter than the 30 s after which proxies cut a connection that says nothing. */
const holdFor = seconds(20)

/**
 * How far a thread's newest generation is, once that is later than `since` or 20 s have passed; null for a thread that
 * isn't the owner's. Answers at once when the process stops or the request is given up.
 */
export const holdProgress = (
  request: Request,
  { database, notifications, stopping }: Pick<AppContext, 'database' | 'notifications' | 'stopping'>,
  owner: Owner,
  {
    threadId,
    since,
    beforeWait,
  }: { threadId: string; since: number; beforeWait?: (() => Promise<void>) | undefined },
) =>
  awaitChange({ pool: database.pool, notifications }, owner, threadId, since, {
    timeoutMs: holdFor,
    signals: [request.signal, stopping],
    beforeWait,
  })
