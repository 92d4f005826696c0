import type { Tx } from '#app/platform/db.server.ts'

/**
 * Hands a browser's sources to a person. One that they have too (the same address or text) goes into theirs: its
 * snapshots follow theirs in number, its threads and rereads move over, and it takes what theirs lacks. One that a worker
 * may be reading at this moment stays a source of its own, under a key that nothing else has, so that nothing is taken
 * from under the worker.
 */
export async function mergeSources(
  tx: Tx,
  { visitorId, userId }: { visitorId: string; userId: string },
): Promise<void> {
  const shared = await tx.$queryRaw<{ from: string; into: string; busy: boolean }[]>`
    select v.id as "from", u.id as "into",
      exists (
        select 1 from generations g join threads t on t.id = g.thread_id
        where t.source_id = v.id and g.status in ('queued', 'running', 'waiting')
      ) or exists (select 1 from rereads r where r.source_id = v.id and r.finished_at is null) as busy
    from sources v join sources u on u.key = v.key and u.user_id = ${userId}::uuid
    where v.visitor_id = ${visitorId}::uuid
    order by v.id for update of v for no key update of u`
  for (const { from, into, busy } of shared) {
    if (busy) await tx.$executeRaw`update sources set key = key || '#' || id where id = ${from}::uuid`
    else await mergeInto(tx, from, into)
  }
  await tx.$executeRaw`
    update sources set user_id = ${userId}::uuid, visitor_id = null where visitor_id = ${visitorId}::uuid`
}

async function mergeInto(tx: Tx, from: string, into: string): Promise<void> {
  await tx.$executeRaw`
    update snapshots set source_id = ${into}::uuid,
      number = number + (select coalesce(max(number), 0) from snapshots where source_id = ${into}::uuid)
    where source_id = ${from}::uuid`
  await tx.$executeRaw`update threads set source_id = ${into}::uuid where source_id = ${from}::uuid`
  await tx.$executeRaw`update rereads set source_id = ${into}::uuid where source_id = ${from}::uuid`
  await tx.$executeRaw`
    update sources u set snapshot_id = coalesce(u.snapshot_id, v.snapshot_id),
      storage_key = coalesce(u.storage_key, v.storage_key), feed = coalesce(u.feed, v.feed)
    from sources v where u.id = ${into}::uuid and v.id = ${from}::uuid`
  await tx.$executeRaw`delete from sources where id = ${from}::uuid`
}
