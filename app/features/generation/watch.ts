import type pg from 'pg'
import { enqueueStatement } from '#app/platform/queue/enqueue.ts'

/**
 * How it is known that a page was left: while a thread is written, its page asks for the progress without a pause, and
 * each request is held for 20 seconds at most (hold-progress.server.ts). Whenever one begins to be held, or the page is
 * loaded, its generation counts as watched for the next 25 seconds; where the browser gives the request up, as it does when
 * the page is closed or another one is opened, for 5 seconds more, in which a page that was only loaded again is back.
 * A generation that ends later than that has nobody before it. One that no page ever showed to somebody signed in, such as
 * one that a program asked for, was not left either: its `watched_until` is null.
 *
 * Two pages on one thread are taken for one: where the first is closed, what ends in the seconds until the second asks again is
 * told by mail though somebody sees it.
 */
const watchedFor = '25 seconds'
const backWithin = '5 seconds'

type Watcher = { userId: string; threadId: string }

/** Notes that a person looks at the page of a thread of theirs. Changes nothing once it is ready, failed or cancelled. */
export const noteWatching = (pool: pg.Pool, watcher: Watcher): Promise<void> =>
  note(pool, watcher, { until: 'now() + $3::interval', by: watchedFor })

/** Notes that their browser has given up asking for it. */
export const noteLeft = (pool: pg.Pool, watcher: Watcher): Promise<void> =>
  note(pool, watcher, { until: 'least(watched_until, now() + $3::interval)', by: backWithin })

async function note(
  pool: pg.Pool,
  { userId, threadId }: Watcher,
  { until, by }: { until: string; by: string },
): Promise<void> {
  await pool.query(
    `update generations g set watched_until = ${until} from threads t
     where t.id = $1 and t.user_id = $2 and g.thread_id = t.id and g.status in ('queued', 'running', 'waiting')`,
    [threadId, userId, by],
  )
}

/** SQL that tells whether the page of a generation, whose columns these are, was left. */
export const pageWasLeft = '(watched_until is not null and watched_until < clock_timestamp())'

/**
 * Adds the job that tells its owner of an end, in the transaction of that end, where the page was left. The message has the
 * generation's key, so that it is written once.
 */
export async function tellIfLeft(client: Pick<pg.PoolClient, 'query'>, generationId: string): Promise<void> {
  const { rowCount } = await client.query(`select 1 from generations where id = $1 and ${pageWasLeft}`, [
    generationId,
  ])
  if (rowCount === 1) await tellOwner(client, generationId)
}

/** The same of an end of which it is known that the page was left. */
export async function tellOwner(client: Pick<pg.PoolClient, 'query'>, generationId: string): Promise<void> {
  await client.query(enqueueStatement('tell_generation', { generationId }, 'service'))
}
