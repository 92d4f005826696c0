import type pg from 'pg'
import { z } from 'zod'
import { countEvent } from '#app/features/analytics/count-event.ts'
import type { ClaimedRun } from './claim-run.ts'
import { timeBySteps } from './time-by-step.ts'

const endedSchema = z.object({
  createdAt: z.date(),
  costMicros: z.coerce.number().int(),
  events: z.array(z.object({ kind: z.string(), data: z.unknown(), at: z.coerce.date() })),
})

/** Notes a thread that is ready, with what it took, in the transaction that stores it. */
export async function recordReady(
  client: pg.PoolClient,
  { id, threadId, owner }: ClaimedRun,
  made: { cacheHit: boolean; writer: string; promptVersion: string | null },
): Promise<void> {
  const { createdAt, costMicros, events } = await readEnded(client, id)
  const steps = timeBySteps(createdAt, events)
  const timeOf = (...names: string[]) => {
    const those = steps.filter(({ step }) => names.includes(step))
    return those.length > 0 ? those.reduce((sum, { durationMs }) => sum + durationMs, 0) : undefined
  }
  const { cacheHit, writer, promptVersion } = made
  await countEvent(
    client,
    'thread_ready',
    {
      // Without what its owner took to look at it.
      totalMs: timeOf('queue', 'fetching', 'reading', 'planning', 'writing', 'checking') ?? 0,
      readingMs: timeOf('fetching', 'reading'),
      planningMs: timeOf('planning'),
      writingMs: timeOf('writing'),
      checkingMs: timeOf('checking'),
      costMicros,
      cacheHit,
      writer,
      promptVersion,
    },
    { owner, threadId },
  )
}

/** Notes a thread that came to nothing, with the code of why. */
export async function recordFailed(
  client: pg.PoolClient,
  { id, threadId, owner }: ClaimedRun,
  code: string,
): Promise<void> {
  const { costMicros } = await readEnded(client, id)
  await countEvent(client, 'thread_failed', { code, costMicros }, { owner, threadId })
}

async function readEnded(client: pg.PoolClient, id: string) {
  const { rows } = await client.query(
    `select g.created_at as "createdAt", g.cost_micros as "costMicros",
       (select coalesce(json_agg(json_build_object('kind', e.kind, 'data', e.data, 'at', e.at) order by e.seq), '[]')
        from generation_events e where e.generation_id = g.id) as events
     from generations g where g.id = $1`,
    [id],
  )
  return endedSchema.parse(rows[0])
}
