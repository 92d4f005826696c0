import * as z from 'zod/mini'
import { type GenerationView, progressSchema } from '#app/features/generation/progress.ts'
import { type GenerationStatus, generationStatuses } from '#app/features/threads/generation-status.ts'

/** What the progress address answers. */
export const generationViewSchema = z.object({
  id: z.string(),
  status: z.enum(generationStatuses),
  seq: z.int().check(z.nonnegative()),
  progress: progressSchema,
  error: z.nullable(z.object({ code: z.string(), message: z.string(), retryable: z.boolean() })),
  ahead: z.int().check(z.nonnegative()),
}) satisfies z.ZodMiniType<GenerationView>

/** Whether a generation has come to its end, whichever. */
export function isFinal(status: GenerationStatus): boolean {
  return status === 'ready' || status === 'failed' || status === 'cancelled'
}

/**
 * How far a generation is, in the steps at which there is more to show than its progress tells: the source once it is
 * read, what is doubtful of it, and what was stored in the end.
 */
export function stageOf({ status, progress }: GenerationView): 'before' | 'read' | 'waiting' | 'ended' {
  if (isFinal(status)) return 'ended'
  if (status === 'waiting') return 'waiting'
  return progress.steps.reading === 'done' ? 'read' : 'before'
}

/** Whether a page without JavaScript has to load itself again to show what comes next. */
export function needsRefresh(status: GenerationStatus): boolean {
  return !isFinal(status) && status !== 'waiting'
}
