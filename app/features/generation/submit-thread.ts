import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { countEvent } from '#app/features/analytics/count-event.ts'
import type { Charge } from '#app/features/billing/charge.ts'
import { takeQuota } from '#app/features/billing/take-quota.ts'
import type { Network } from '#app/features/counting/networks.ts'
import { needsReading } from '#app/features/sources/freshness.ts'
import { keepSource, type SourceToKeep, sourceKey } from '#app/features/sources/keep-source.ts'
import { indexThread } from '#app/features/threads/library/index-thread.ts'
import { type Db, Prisma, type Tx } from '#app/platform/db.server.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'
import type { Lane } from '#app/platform/queue/catalog.ts'
import { enqueueCall } from '#app/platform/queue/enqueue.ts'
import type { KeptPlan } from './key-points.ts'
import { assertLengthFits } from './length-fits.ts'
import type { GenerationOptions } from './options.ts'
import { initialProgress } from './step-progress.ts'
import type { WriterName } from './writer-names.ts'

export type Submission = SourceToKeep

/**
 * Makes a thread to be written: source, thread and generation, and the job that writes it, all or nothing. Submitting
 * the same form twice, one after the other or at once, makes one thread and answers it again. Throws AppErrors: where
 * the wished length doesn't fit the text, and `quota-used-up` (429) where nothing is left of the owner's plan.
 */
export async function submitThread(
  db: Db,
  owner: Owner,
  submission: Submission,
  options: GenerationOptions,
  extra: {
    /** What it is charged to; null for nothing. */
    charge: Charge | null
    submissionKey?: string
    writer?: WriterName
    network?: Network
    lane?: Lane
  },
): Promise<{ threadId: string; generationId: string }> {
  if ('snapshot' in submission) assertLengthFits(submission.snapshot.text, options)
  const submissionKey = extra.submissionKey && keyOf(extra.submissionKey, submission, options)
  try {
    return await db.$transaction(async (tx) => {
      const source = await keepSource(tx, owner, submission)
      const thread = await tx.thread.create({
        data: {
          ...ownerColumns(owner),
          sourceId: source.id,
          submissionKey,
          numbering: options.numbering,
          network: extra.network ?? 'x',
        },
        select: { id: true },
      })
      // Before the quota, whose row all that somebody submits at once waits for.
      await indexThread(tx, thread.id)
      // After the thread, whose key tells a form that is sent twice: that takes nothing, and works with nothing left.
      await takeQuota(tx, owner, thread.id, extra.charge)
      const generationId = await startGeneration(tx, {
        threadId: thread.id,
        sourceId: source.id,
        options,
        writer: extra.writer ?? null,
        lane: extra.lane ?? 'service',
      })
      await countEvent(tx, 'thread_asked', {}, { owner, threadId: thread.id })
      return { threadId: thread.id, generationId }
    })
  } catch (error) {
    const known = await submittedBefore(db, owner, submissionKey, error)
    if (!known) throw error
    return known
  }
}

/** Adds a generation to a thread, with its job. The database refuses a second one while one is at work. */
export async function startGeneration(
  tx: Tx,
  generation: {
    threadId: string
    sourceId: string
    options: GenerationOptions
    writer: string | null
    lane: Lane
    /** Whether the owner has looked at the source's text already. */
    reviewed?: boolean
    /** The `seq` of the thread's generation before, which this one's goes on from. */
    seqBefore?: number
    /** Whether another thread is wanted than what was written before. */
    afresh?: boolean
    /** A plan that its owner has chosen before. */
    plan?: KeptPlan | null
  },
): Promise<string> {
  const id = uuidv7()
  const { threadId, sourceId, writer, lane, reviewed = false, afresh = false, plan = null } = generation
  const made = await tx.$executeRaw`
    with source as (
      select s.origin = 'url' and ${Prisma.raw(needsReading)} and not (${reviewed} and s.snapshot_id is not null) as fetching
      from sources s left join snapshots sn on sn.id = s.snapshot_id where s.id = ${sourceId}::uuid
    ), made as (
      insert into generations (id, thread_id, options, lane, wanted_writer, reviewed, afresh, plan, seq, progress)
      select ${id}::uuid, ${threadId}::uuid, ${JSON.stringify(generation.options)}::jsonb, ${lane}, ${writer}, ${reviewed},
        ${afresh}, ${plan && JSON.stringify(plan)}::jsonb, ${(generation.seqBefore ?? -1) + 1}::int,
        case when fetching then ${JSON.stringify(initialProgress(true))}::jsonb
             else ${JSON.stringify(initialProgress(false))}::jsonb end
      from source
      returning id
    )
    select ${enqueueCall('generate_thread', { generationId: id }, lane)} from made`
  if (made !== 1) throw new Error(`thread ${threadId} has no source to be written from`)
  return id
}

/** A form that is changed and sent again (after Back, say) carries its old key: then it is another submission. */
function keyOf(formKey: string, submission: Submission, options: GenerationOptions): string {
  return createHash('sha256')
    .update(JSON.stringify([formKey, sourceKey(submission), options]))
    .digest('hex')
}

async function submittedBefore(db: Db, owner: Owner, submissionKey: string | undefined, error: unknown) {
  if (!submissionKey || !(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002')
    return null
  const thread = await db.thread.findFirst({
    where: { ...ownerColumns(owner), submissionKey },
    select: { id: true, generations: { select: { id: true }, orderBy: { id: 'asc' }, take: 1 } },
  })
  const generation = thread?.generations[0]
  return thread && generation ? { threadId: thread.id, generationId: generation.id } : null
}
