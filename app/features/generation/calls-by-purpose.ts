import { z } from 'zod'
import type { Db } from '#app/platform/db.server.ts'

/** What all requests for one purpose took together, those that failed included. */
export type PurposeCalls = {
  /** Such as `plan`, `thread`, `repair`, `shorten` or `candidates`. */
  purpose: string
  requests: number
  /** Of these, those that came to no whole answer. */
  failed: number
  tokens: { input: number; cached: number; output: number }
  /** In millionths of a dollar. */
  costMicros: number
}

const rowSchema = z.object({
  generation_id: z.string().nullable(),
  purpose: z.string(),
  requests: z.number(),
  failed: z.number(),
  input: z.number(),
  cached: z.number(),
  output: z.number(),
  cost: z.number(),
})

/**
 * The requests that were made for a thread's generations, by each one's id, and for its single tweets, by `null`; each in
 * the order in which they came. Where a model was left alone nothing was asked of it.
 */
export async function callsByPurpose(
  db: Db,
  thread: { id: string; generationIds: readonly string[] },
): Promise<Map<string | null, PurposeCalls[]>> {
  const rows = await db.$queryRaw`
    select generation_id, purpose, count(*)::int as requests,
           (count(*) filter (where outcome not in ('ok', 'left')))::int as failed, sum(input_tokens)::int as input,
           sum(cached_tokens)::int as cached, sum(output_tokens)::int as output, sum(cost_micros)::float8 as cost
    from model_calls
    where (generation_id = any(${thread.generationIds}::uuid[]) or (generation_id is null and thread_id = ${thread.id}::uuid))
      and outcome <> 'model-resting'
    group by generation_id, purpose order by min(at), purpose`
  const calls = new Map<string | null, PurposeCalls[]>()
  for (const row of z.array(rowSchema).parse(rows)) {
    const { generation_id: id, input, cached, output, cost, ...rest } = row
    const sum = { ...rest, tokens: { input, cached, output }, costMicros: cost }
    calls.set(id, [...(calls.get(id) ?? []), sum])
  }
  return calls
}
