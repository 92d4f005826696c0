import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import { enqueue } from '#app/platform/queue/enqueue.ts'
import { generationChannel } from './generation-channel.ts'
import { type KeptPlan, keptPlanSchema } from './key-points.ts'
import { lastGeneration } from './last-generation.ts'

/** Points by their number in the plan that was shown, from 1, in the order in which they are to be written. */
export type PlanChoice = { snapshotId: string; points: readonly number[] }

/**
 * Lets a generation go on that waits for its owner to choose from its plan, with just these points in this order. Where it
 * waits no more (a double click, a second tab) nothing is changed: twice at once makes one continuation. Throws AppErrors:
 * `thread-not-found` (404); `no-point-kept`, `no-such-point` (422); `plan-changed` (409) where another plan waits than
 * the one that was shown.
 */
export async function choosePlan(
  db: Db,
  owner: Owner,
  threadId: string,
  { snapshotId, points }: PlanChoice,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { last } = await lastGeneration(tx, owner, threadId)
    const plan = keptPlanSchema.safeParse(last.plan).data
    if (last.status !== 'waiting' || !plan || plan.isChosen) return
    if (plan.snapshotId !== snapshotId) {
      const message = 'The plan has been made anew meanwhile: choose from the points below.'
      throw new AppError('plan-changed', message, { status: 409, field: 'points' })
    }
    const chosen: KeptPlan = { ...plan, isChosen: true, points: chosenOf(plan, points) }
    const { count } = await tx.generation.updateMany({
      where: { id: last.id, status: 'waiting' },
      data: { status: 'queued', reviewed: true, plan: chosen, seq: { increment: 1 } },
    })
    // Stopped in the meantime.
    if (count === 0) return
    const event = { kind: 'plan-chosen', data: { points: chosen.points.length } }
    await tx.generationEvent.create({
      data: { generationId: last.id, run: last.run, seq: last.seq + 1, ...event },
    })
    await enqueue(tx, 'generate_thread', { generationId: last.id })
    await tx.$queryRaw`select pg_notify(${generationChannel}, ${threadId})::text`
  })
}

function chosenOf({ points }: KeptPlan, numbers: readonly number[]): KeptPlan['points'] {
  const refused = (code: string, message: string) =>
    new AppError(code, message, { status: 422, field: 'points' })
  if (numbers.length === 0) throw refused('no-point-kept', 'Keep at least one point to write from.')
  const chosen = numbers.map((number) => points[number - 1])
  const known = chosen.filter((point) => point !== undefined)
  if (known.length < chosen.length || new Set(numbers).size < numbers.length)
    throw refused('no-such-point', 'One of these points is not in the plan: choose from those below.')
  return known
}
