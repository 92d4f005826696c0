import { z } from 'zod'
import type { GenerationStatus } from '#app/features/threads/generation-status.ts'
import type { Prisma } from '#app/platform/db.server.ts'
import type { PurposeCalls } from './calls-by-purpose.ts'
import { progressSchema } from './progress.ts'
import { type TimedStep, timeBySteps } from './time-by-step.ts'
import { writerNames } from './writer-names.ts'

/** What a list tells of a generation: who wrote, by what, at what cost. */
export type Brief = {
  id: string
  status: GenerationStatus
  createdAt: Date
  finishedAt: Date | null
  /** The one at work, or null, while it isn't ready. */
  writer: (typeof writerNames)[number] | null
  model: string | null
  /** Whether the second provider answered last. */
  byFallback: boolean
  /** Of all calls in all runs, failed ones included; `cached` of the input the provider had kept. Null where none was made. */
  tokens: { input: number; cached: number; output: number } | null
  /** Of all calls in all runs, in millionths of a dollar. */
  costMicros: number
  /** Requests sent to a model, in all runs. */
  requests: number
  cacheHit: boolean
}

/** The record of one generation: beside that, how it went and in what time. */
export type HowMade = Brief & {
  promptVersion: string | null
  calls: PurposeCalls[]
  /** Times that a worker took it up, and how many of these failed and were given another try. */
  runs: number
  failures: number
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

export const withEvents = {
  events: { orderBy: { seq: 'asc' }, select: { kind: true, data: true, at: true } },
} satisfies Prisma.GenerationInclude

type Row = Prisma.GenerationGetPayload<{ include: typeof withEvents }>

const choiceSchema = z.object({ isChosen: z.literal(true), points: z.array(z.unknown()) })

/** What a stored generation says of itself, and nothing of what its thread is about. */
export function recordOf(row: Row, calls: PurposeCalls[]): HowMade {
  const progress = progressSchema.safeParse(row.progress).data
  const choice = choiceSchema.safeParse(row.plan).data
  return {
    ...briefOf(row),
    promptVersion: row.promptVersion,
    calls,
    runs: row.run,
    failures: row.failures,
    switched: progress?.switched ?? null,
    breaker: row.breaker,
    chosenPoints: choice?.points.length ?? null,
    repaired: row.events.filter(({ kind }) => kind === 'repaired').length,
    error: row.errorMessage,
    times: timeBySteps(row.createdAt, row.events),
  }
}

export function briefOf(row: Omit<Row, 'events'>): Brief {
  const atWork = progressSchema.safeParse(row.progress).data?.writer ?? null
  return {
    id: row.id,
    status: row.status,
    createdAt: row.createdAt,
    finishedAt: row.finishedAt,
    writer: writerNames.find((name) => name === row.writer) ?? atWork,
    model: row.model,
    byFallback: row.provider === 'fallback',
    tokens:
      row.inputTokens === null || row.outputTokens === null
        ? null
        : { input: row.inputTokens, cached: row.cachedTokens ?? 0, output: row.outputTokens },
    costMicros: Number(row.costMicros),
    requests: row.attempts,
    cacheHit: row.cacheHit,
  }
}
