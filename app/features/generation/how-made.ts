import { threadNotFound } from '#app/features/threads/thread-not-found.ts'
import type { Db, Prisma } from '#app/platform/db.server.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'
import { callsByPurpose, type PurposeCalls } from './calls-by-purpose.ts'
import { type Brief, briefOf, type HowMade, recordOf, withEvents } from './generation-facts.ts'

/** The generations of a thread, newest first, and what was asked of a model for its single tweets. */
export type ThreadMade = { generations: HowMade[]; singles: PurposeCalls[] }

/** How a thread was made, for its owner only; for anybody else it does not exist. Throws `thread-not-found` (404). */
export async function readHowMade(db: Db, threadId: string, owner: Owner): Promise<ThreadMade> {
  const thread = await db.thread.findFirst({
    where: { id: threadId, ...ownerColumns(owner) },
    select: withRecords,
  })
  if (!thread) throw threadNotFound()
  return madeOf(db, thread)
}

/**
 * The same for who may read the record of every thread: by the thread's id, or that of one of its generations. Nothing of
 * what it is about or says is in it; `owner` is null where that is a browser. Throws `thread-not-found` (404).
 */
export async function readRecord(
  db: Db,
  id: string,
): Promise<
  ThreadMade & { threadId: string; createdAt: Date; owner: { id: string; name: string; role: string } | null }
> {
  // Asked for one after the other, since either one by itself is found by its key.
  const generation = await db.generation.findUnique({ where: { id }, select: { threadId: true } })
  const thread = await db.thread.findUnique({
    where: { id: generation?.threadId ?? id },
    select: { ...withRecords, createdAt: true, user: { select: { id: true, name: true, role: true } } },
  })
  if (!thread) throw threadNotFound()
  const { createdAt, user: owner } = thread
  return { ...(await madeOf(db, thread)), threadId: thread.id, createdAt, owner }
}

/** The latest generations of some threads, each thread's newest first, at most `most` in all. */
export async function latestBriefs(
  db: Db,
  threadIds: readonly string[],
  most: number,
): Promise<(Brief & { threadId: string })[]> {
  const rows = await db.generation.findMany({
    where: { threadId: { in: [...threadIds] } },
    orderBy: { id: 'desc' },
    take: most,
  })
  return rows.map((row) => ({ ...briefOf(row), threadId: row.threadId }))
}

const withRecords = {
  id: true,
  generations: { orderBy: { id: 'desc' }, include: withEvents },
} satisfies Prisma.ThreadSelect

async function madeOf(
  db: Db,
  { id, generations }: Prisma.ThreadGetPayload<{ select: typeof withRecords }>,
): Promise<ThreadMade> {
  const calls = await callsByPurpose(db, { id, generationIds: generations.map((row) => row.id) })
  return {
    generations: generations.map((row) => recordOf(row, calls.get(row.id) ?? [])),
    singles: calls.get(null) ?? [],
  }
}
