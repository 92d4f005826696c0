import type pg from 'pg'
import { z } from 'zod'
import type { Spend } from '#app/integrations/openai/door/spend.ts'
import { modelBudgetUnknown } from '#app/integrations/openai/failures.ts'
import type { Owner } from '#app/platform/owner.ts'
import { createSpend, type SpendingLimits } from './create-spend.ts'

const rowSchema = z.object({ user_id: z.string().nullable(), visitor_id: z.string().nullable() })

/** The money of whoever a generation's thread belongs to; who that is, is asked with the first call. */
export function spendOfGeneration(pool: pg.Pool, generationId: string, limits: SpendingLimits): Spend {
  let found: Promise<Spend> | null = null
  const spend = () => {
    found ??= ownerOf(pool, generationId).then((owner) => createSpend(pool, { owner, generationId }, limits))
    return found
  }
  return {
    reserve: async (plan) => (await spend()).reserve(plan),
    passedBy: async (plan) => (await spend()).passedBy(plan),
  }
}

/** Throws `model-budget-unknown`. */
async function ownerOf(pool: pg.Pool, generationId: string): Promise<Owner> {
  const { rows } = await pool
    .query(
      `select t.user_id, t.visitor_id from generations g join threads t on t.id = g.thread_id where g.id = $1`,
      [generationId],
    )
    .catch((error: unknown) => {
      throw modelBudgetUnknown(error)
    })
  const row = rowSchema.safeParse(rows[0])
  if (row.data?.user_id) return { userId: row.data.user_id }
  if (row.data?.visitor_id) return { visitorId: row.data.visitor_id }
  throw modelBudgetUnknown(new Error(`generation ${generationId} belongs to nobody`))
}
