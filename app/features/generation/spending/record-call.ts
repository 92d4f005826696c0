import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import type { CallEnd, CallPlan } from '#app/integrations/openai/door/spend.ts'

type RecordedCall = {
  plan: CallPlan
  end: CallEnd
  owner: string
  threadId: string
  generationId: string | null
  /** In millionths of a dollar. */
  cost: number
  /** What was reserved for it and on which day; null where it was not sent. */
  reserved: { most: number; day: string } | null
}

/**
 * Writes down a call, gives back what was reserved for it beyond its cost, and adds it up in its generation's record:
 * one statement. No run number is asked, since what a lost run has spent is spent too.
 */
export async function recordCall(
  pool: pg.Pool,
  { plan, end, reserved, ...call }: RecordedCall,
): Promise<void> {
  const { usage } = end
  await pool.query(
    `with call as (
       insert into model_calls (id, generation_id, thread_id, owner, purpose, provider, model, input_tokens,
                                output_tokens, cached_tokens, estimated, cost_micros, duration_ms, outcome, breaker)
       values ($1, $2::uuid, $18::uuid, $3::text, $4, $5::text, $6, $7::int, $8::int, $9::int, $10, $11::bigint, $12, $13,
               $14::text)
     ), settled as (
       update model_spending set micros = micros + $11::bigint - $15::bigint where owner = $3::text and day = $16::date
     )
     update generations set cost_micros = cost_micros + $11::bigint, attempts = attempts + $17::int,
       input_tokens = coalesce(input_tokens, 0) + $7::int, output_tokens = coalesce(output_tokens, 0) + $8::int,
       cached_tokens = coalesce(cached_tokens, 0) + $9::int, provider = $5::text, breaker = $14::text
     where id = $2::uuid`,
    [
      uuidv7(),
      call.generationId,
      call.owner,
      plan.purpose,
      plan.provider,
      plan.model,
      usage.inputTokens,
      usage.outputTokens,
      usage.cachedTokens,
      end.estimated,
      call.cost,
      end.durationMs,
      end.outcome,
      end.breaker,
      reserved?.most ?? 0,
      reserved?.day ?? null,
      reserved ? 1 : 0,
      call.threadId,
    ],
  )
}
