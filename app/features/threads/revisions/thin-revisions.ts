import type pg from 'pg'

const mostAtOnce = 5_000

/** What stays of a row of edits stays for good, so that nobody has to look at it again: runs are hours apart. In days. */
const lookedAtFor = 7

/**
 * Deletes what no history shows any more: edits older than 24 hours that others of their row came after, unless they have
 * a name. In batches, so that nobody waits for it. Looks at what has become old enough in the last week; a worker that
 * stands still for longer leaves some, which only cost room. Returns how many were deleted.
 */
export async function thinRevisions(pool: pg.Pool, batch = mostAtOnce): Promise<number> {
  for (let thinned = 0; ; ) {
    const { rowCount } = await pool.query(
      `delete from revisions where id in (
         select r.id from revisions r
         where r.kind = 'edited' and r.name is null and r.created_at < now() - interval '24 hours'
           and r.created_at > now() - make_interval(days => ${1 + lookedAtFor})
           and exists (
             select 1 from revisions later
             where later.thread_id = r.thread_id and later.version > r.version and later.group_id = r.group_id
           )
         limit $1 for update of r skip locked
       )`,
      [batch],
    )
    thinned += rowCount ?? 0
    if ((rowCount ?? 0) < batch) return thinned
  }
}
