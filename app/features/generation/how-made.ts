import { z } from 'zod'
import type { GenerationStatus } from '#app/features/threads/generation-status.ts'
import { threadNotFound } from '#app/features/threads/thread-not-found.ts'
import type { Db, Prisma } from '#app/platform/db.server.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'
import { progressSchema } from './progress.ts'
import { type TimedStep, timeBySteps } from './time-by-step.ts'
import { writerNames } from './writer.ts'

/** The record of one generation: who wrote, by what, at what cost, in what time. */
export type HowMade = {
  id: string
  status: GenerationStatus
  createdAt: Date
  finishedAt: Date | null
  writer: (typeof writerNames)[number] | null
  model: string | null
  /** Whether the second provider answered last. */
  byFallback: boolean
  promptVersion: string | null
  /** Of the writing that came to the thread, over all its calls; null where nothing was told. */
  tokens: { input: number; output: number } | null
  /** Of all calls in all runs, in millionths of a dollar. */
  costMicros: number
  /** Requests sent to a model, in all runs. */
  requests: number
  /** Times that a worker took it up, and how many of these failed and were given another try. */
  runs: number
  failures: number
  cacheHit: boolean
  /** Why the built-in writer stood in, and after how many tweets; null where it did not. */
  switched: { because: string; after: number } | null
  /** The breaker as the last call met it: closed, probe, open or unknown; null where no model was asked. */
  breaker: string | null
  /** The points that its owner chose to have written; null where they chose none. */
  chosenPoints: number | null
  /** Tweets that were said once more since the source did not back them. */
  repaired: number
  error: string | null
  times: { step: TimedStep; durationMs: number }[]
}

const choiceSchema = z.object({ isChosen: z.literal(true), points: z.array(z.unknown()) })

/**
 * How a thread was made: the records of its generations, newest first. For `owner` only, for whom another's thread does
 * not exist; null asks for whoever may see all. Throws `thread-not-found` (404).
 */
export async function readHowMade(
  db: Db,
  threadId: string,
  owner: Owner | null,
): Promise<{ generations: HowMade[] }> {
  const thread = await db.thread.findFirst({
    where: { id: threadId, ...(owner && ownerColumns(owner)) },
    select: {
      generations: {
        orderBy: { id: 'desc' },
        include: { events: { orderBy: { seq: 'asc' }, select: { kind: true, data: true, at: true } } },
      },
    },
  })
  if (!thread) throw threadNotFound()
  return { generations: thread.generations.map(recordOf) }
}

type Row = Prisma.GenerationGetPayload<{
  include: { events: { select: { kind: true; data: true; at: true } } }
}>

function recordOf(row: Row): HowMade {
  const progress = progressSchema.safeParse(row.progress).data
  const choice = choiceSchema.safeParse(row.plan).data
  return {
    id: row.id,
    status: row.status,
    createdAt: row.createdAt,
    finishedAt: row.finishedAt,
    writer: writerNames.find((name) => name === row.writer) ?? progress?.writer ?? null,
    model: row.model,
    byFallback: row.provider === 'fallback',
    promptVersion: row.promptVersion,
    tokens:
      row.inputTokens === null || row.outputTokens === null
        ? null
        : { input: row.inputTokens, output: row.outputTokens },
    costMicros: Number(row.costMicros),
    requests: row.attempts,
    runs: row.run,
    failures: row.failures,
    cacheHit: row.cacheHit,
    switched: progress?.switched ?? null,
    breaker: row.breaker,
    chosenPoints: choice?.points.length ?? null,
    repaired: row.events.filter(({ kind }) => kind === 'repaired').length,
    error: row.errorMessage,
    times: timeBySteps(row.createdAt, row.events),
  }
}
