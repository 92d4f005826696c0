import { Prisma, type Tx } from '#app/platform/db.server.ts'
import { ownerKey } from '#app/platform/owner.ts'
import { mergeSources } from './merge-sources.ts'

/** Whether a browser has anything that could be handed over, as a condition: most who sign in come with nothing new. */
export const hasSomething = (visitorId: Prisma.Sql) => Prisma.sql`(
  exists (select 1 from sources where visitor_id = ${visitorId}) or exists (select 1 from threads where visitor_id = ${visitorId})
  or exists (select 1 from thread_cache where visitor_id = ${visitorId}))`

/**
 * Hands everything that belongs to a browser to a person: sources, threads, kept threads, and what their models have cost
 * today. Part of the caller's transaction; two at once come one after the other, and the second finds nothing left. What
 * both have is merged, nothing is lost. Gives how many threads changed hands. May collide with what the person submits
 * at that moment: the transaction has to be one that is tried again.
 */
export async function claimVisitor(
  tx: Tx,
  { visitorId, userId }: { visitorId: string; userId: string },
): Promise<{ threads: number }> {
  // Claims wait for one another here, and for nobody else: what somebody submits meanwhile goes its way.
  await tx.$queryRaw`select id from users where id = ${userId}::uuid for no key update`
  const owners = await tx.$queryRaw<unknown[]>`
    select v.id from visitors v
    where v.id = ${visitorId}::uuid and ${hasSomething(Prisma.sql`v.id`)} for no key update of v`
  if (owners.length === 0) return { threads: 0 }
  await mergeSources(tx, { visitorId, userId })
  // A form that was sent by both is one submission key, which its thread of before keeps.
  const threads = await tx.$executeRaw`
    update threads t set user_id = ${userId}::uuid, visitor_id = null,
      submission_key = case when exists (
        select 1 from threads o where o.user_id = ${userId}::uuid and o.submission_key = t.submission_key
      ) then null else t.submission_key end
    where t.visitor_id = ${visitorId}::uuid`
  await tx.$executeRaw`
    update thread_cache set user_id = ${userId}::uuid, visitor_id = null where visitor_id = ${visitorId}::uuid`
  await moveSpending(tx, ownerKey({ visitorId }), ownerKey({ userId }))
  return { threads }
}

/** So that nobody has a day's money again by signing up. */
async function moveSpending(tx: Tx, from: string, to: string): Promise<void> {
  await tx.$executeRaw`
    with moved as (delete from model_spending where owner = ${from} returning day, micros)
    insert into model_spending as s (owner, day, micros) select ${to}, day, micros from moved
    on conflict (owner, day) do update set micros = s.micros + excluded.micros`
}
