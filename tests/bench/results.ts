import { z } from 'zod'
import { lastResults } from '#tests/setup/last-results.ts'

const figureSchema = z.object({
  name: z.string(),
  // JSON has no word for what is no number.
  ratio: z
    .number()
    .nullable()
    .transform((ratio) => ratio ?? Number.NaN),
  bar: z.union([z.object({ atLeast: z.number() }), z.object({ atMost: z.number() })]).nullable(),
})
const resultSchema = z.object({
  benchmark: z.string(),
  at: z.iso.datetime(),
  full: z.boolean(),
  seconds: z.number(),
  figures: z.array(figureSchema),
})
export type Result = z.output<typeof resultSchema>

/** Of each benchmark what it measured last. */
export const resultsIn = (file: string) => lastResults(file, resultSchema, ({ benchmark }) => benchmark)
