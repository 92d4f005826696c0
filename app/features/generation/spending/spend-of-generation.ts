import type pg from 'pg'
import { z } from 'zod'
import type { Spend } from '#app/integrations/openai/door/spend.ts'
import { modelBudgetUnknown } from '#app/integrations/openai/failures.ts'
import { createSpend, type Purse, type SpendingLimits } from './create-spend.ts'

const rowSchema = z.object({
  thread_id: z.string(),
  user_id: z.string().nullable(),
  visitor_id: z.string().nullable(),
})

/** The money of whoever a generation's thread belongs to; who that is, is asked with the first call. */
export function spendOfGeneration(pool: pg.Pool, generationId: string, limits: SpendingLimits): Spend {
  let found: Promise<Spend> | null = null
  const spend = () => {
    found ??= purseOf(pool, generationId).then((purse) => createSpend(pool, purse, limits))
    return found
  }
  return {
    reserve: async (plan) => (await spend()).reserve(plan),
    passedBy: async (plan) => (await spend()).passedBy(plan),
  }
}

/** Throws `model-budget-unknown`. */
async function purseOf(pool: pg.Pool, generationId: string): Promise<Purse> {
  const { rows } = await pool
    .query(
      `select t.id as thread_id, t.user_id, t.visitor_id from generations g join threads t on t.id = g.thread_id where g.id = $1`,
      [generationId],
    )
    .catch((error: unknown) => {
      throw modelBudgetUnknown(error)
    })
  const row = rowSchema.safeParse(rows[0]).data
  const whose = row && { threadId: row.thread_id, generationId }
  if (whose && row.user_id) return { ...whose, owner: { userId: row.user_id } }
  if (whose && row.visitor_id) return { ...whose, owner: { visitorId: row.visitor_id } }
  throw modelBudgetUnknown(new Error(`generation ${generationId} belongs to nobody`))
}
