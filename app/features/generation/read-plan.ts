import type { Db } from '#app/platform/db.server.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'
import { type KeptPlan, keptPlanSchema } from './key-points.ts'

/** The plan that a thread's newest generation waits to be chosen from; null where it waits for none, or not for this owner. */
export async function readPlan(db: Db, owner: Owner, threadId: string): Promise<KeptPlan | null> {
  const last = await db.generation.findFirst({
    where: { threadId, thread: ownerColumns(owner) },
    orderBy: { id: 'desc' },
    select: { status: true, plan: true },
  })
  const plan = keptPlanSchema.safeParse(last?.plan).data
  return last?.status === 'waiting' && plan && !plan.isChosen ? plan : null
}
