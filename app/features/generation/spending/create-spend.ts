import type pg from 'pg'
import type { CallEnd, CallPlan, Spend } from '#app/integrations/openai/door/spend.ts'
import { modelBudgetUnknown, modelOverBudget } from '#app/integrations/openai/failures.ts'
import { costMicros, type OwnPrice, priceOf } from '#app/integrations/openai/prices.ts'
import { AppError } from '#app/platform/errors.ts'
import { type Owner, ownerKey } from '#app/platform/owner.ts'
import { currentMetrics } from '#app/platform/work.server.ts'
import { recordCall } from './record-call.ts'

/** What models may cost. A cent is 10,000 millionths of a dollar. */
export type SpendingLimits = {
  /** An owner's, on a day (UTC), in cents. */
  dailyCents: number
  /** One generation's, in all its runs, in cents; after these no further call is made. 50 without it. */
  generationCents?: number
  /** Output tokens of one generation, in the same way. 60,000 without it. */
  generationOutputTokens?: number
  /** The first provider's, in cents a million tokens; null for what the list of prices says. */
  price: OwnPrice | null
}

const microsOf = (cents: number) => Math.round(cents * 10_000)

/**
 * One statement, so that however many reserve at once, they never pass the limit together: the row of the owner's day is
 * locked by the first, and the others see what it left.
 */
const reserveStatement = `
  with before as (
    select coalesce(sum(cost_micros), 0) >= $4::bigint or coalesce(sum(output_tokens), 0) >= $5::bigint as over
    from model_calls where generation_id = $6::uuid
  ), reserved as (
    insert into model_spending as s (owner, day, micros)
    select $1::text, (now() at time zone 'utc')::date, $2::bigint from before where not before.over and $2::bigint <= $3::bigint
    on conflict (owner, day) do update set micros = s.micros + excluded.micros
    where s.micros + excluded.micros <= $3::bigint
    returning day::text
  )
  select before.over, (select day from reserved) as day from before`

/** What calls are for, and who pays for them. */
export type Purse = { owner: Owner; threadId: string; generationId: string | null }

/**
 * An owner's money for the calls of one generation, or of a thread's single tweets where there is none. Every call is reserved for at the most it can cost, and
 * settled at what it did. What a process that died had reserved stays spent for that day. Reserving throws
 * `model-over-budget` (429), and `model-budget-unknown` (503) where the database can't be asked: nothing is spent that
 * isn't counted.
 */
export function createSpend(
  pool: pg.Pool,
  { threadId, generationId, ...who }: Purse,
  limits: SpendingLimits,
): Spend {
  const { dailyCents, generationCents = 50, generationOutputTokens = 60_000 } = limits
  const owner = ownerKey(who.owner)
  const whose = { owner, threadId, generationId }
  const priceFor = ({ provider, model }: CallPlan) =>
    priceOf(model, provider === 'first' ? limits.price : null)

  async function reserve(plan: CallPlan) {
    const most = costMicros(priceFor(plan), plan)
    const { rows } = await pool.query<{ over: boolean; day: string | null }>(reserveStatement, [
      owner,
      most,
      microsOf(dailyCents),
      microsOf(generationCents),
      generationOutputTokens,
      generationId,
    ])
    if (rows[0]?.over) throw modelOverBudget('generation')
    const day = rows[0]?.day
    if (!day) throw modelOverBudget('owner')
    return {
      async settle(end: CallEnd) {
        const cost = costMicros(priceFor(plan), end.usage)
        currentMetrics()?.modelCost({ model: plan.model, cents: cost / 10_000 })
        await recordCall(pool, { plan, end, ...whose, cost, reserved: { most, day } })
      },
    }
  }

  return {
    reserve: (plan) =>
      reserve(plan).catch((error: unknown) => {
        throw error instanceof AppError ? error : modelBudgetUnknown(error)
      }),
    passedBy: (plan) => recordCall(pool, { plan, end: notAsked, ...whose, cost: 0, reserved: null }),
  }
}

const notAsked: CallEnd = {
  usage: { inputTokens: 0, outputTokens: 0, cachedTokens: 0 },
  estimated: false,
  durationMs: 0,
  outcome: 'model-resting',
  breaker: 'open',
}
