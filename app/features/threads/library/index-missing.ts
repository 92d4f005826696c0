import type { Db } from '#app/platform/db.server.ts'
import { indexThread } from './index-thread.ts'

/** In one go, so that a job stays short. */
const mostAtOnce = 5_000

/** Takes up the threads that were never taken up: those of before there was a library. Returns how many. */
export async function indexMissing(db: Db): Promise<number> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select thread_id as id from library_entries where words is null order by thread_id desc limit ${mostAtOnce}`
  for (const { id } of rows) await db.$transaction((tx) => indexThread(tx, id))
  return rows.length
}
