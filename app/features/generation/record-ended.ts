import type pg from 'pg'
import { z } from 'zod'
import { countEvent } from '#app/features/analytics/count-event.ts'
import type { ClaimedRun } from './claim-run.ts'
import { timeBySteps } from './time-by-step.ts'

const endedSchema = z.object({
  createdAt: z.date(),
  costMicros: z.coerce.number().int(),
  /** Whether its page was left. */
  isLeft: z.boolean(),
  /** When the change was made that these come of. */
  at: z.date(),
  /** What had happened before it; null where it is no end. */
  before: z.array(z.object({ kind: z.string(), data: z.unknown(), at: z.coerce.date() })).nullable(),
})

/** What of a generation's record is noted at its end. */
export type Ended = Omit<z.infer<typeof endedSchema>, 'before'> & {
  events: { kind: string; data: unknown; at: Date }[]
}

/** SQL for the columns that `endedOf` reads, of a changed generation; what had happened only where it is ready. */
export const endedColumns = `created_at as "createdAt", cost_micros as "costMicros", is_left as "isLeft", now() as at,
  case when status = 'ready' then (
    select coalesce(json_agg(json_build_object('kind', e.kind, 'data', e.data, 'at', e.at) order by e.seq), '[]')
    from generation_events e where e.generation_id = changed.id
  ) end as before`

/** `events` are those of the change itself, which the statement that writes them doesn't see yet. */
export function endedOf(row: unknown, events: readonly { kind: string; data: unknown }[]): Ended {
  const { before, ...ended } = endedSchema.parse(row)
  return { ...ended, events: [...(before ?? []), ...events.map((event) => ({ ...event, at: ended.at }))] }
}

/** Notes a thread that is ready, with what it took, in the transaction that stores it. */
export async function recordReady(
  client: pg.PoolClient,
  { threadId, owner }: ClaimedRun,
  made: { cacheHit: boolean; writer: string; promptVersion: string | null },
  { createdAt, costMicros, events }: Ended,
): Promise<void> {
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
  { threadId, owner }: ClaimedRun,
  code: string,
  { costMicros }: Ended,
): Promise<void> {
  await countEvent(client, 'thread_failed', { code, costMicros }, { owner, threadId })
}
