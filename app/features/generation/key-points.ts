import { z } from 'zod'
import { rangeSchema } from '#app/features/support/verdict.ts'

/** What a thread is to say at one place: a short sentence, and the passages of the source that hold it (UTF-16 offsets). */
const keyPointSchema = z.object({ text: z.string().min(1), spans: z.array(rangeSchema).min(1) })
export type KeyPoint = z.infer<typeof keyPointSchema>

/** A thread can't have more points than tweets. */
export const mostPoints = 25

/** A plan as a generation keeps it: first as it was made, then as its owner wants it. */
export const keptPlanSchema = z.object({
  /** The text that the spans refer to; of another text, the plan is void. */
  snapshotId: z.uuid(),
  /** Whether its owner has chosen these points, in this order. */
  isChosen: z.boolean(),
  points: z.array(keyPointSchema).min(1),
})
export type KeptPlan = z.infer<typeof keptPlanSchema>
