import { z } from 'zod'

/** What the measured process says of its reading: `ms` from the call to its end, `grownKb` from idle to the peak. */
export const readingSchema = z.object({
  ms: z.number(),
  grownKb: z.number(),
  ended: z.discriminatedUnion('how', [
    z.object({ how: z.literal('text'), text: z.string() }),
    z.object({ how: z.literal('refusal'), code: z.string(), message: z.string() }),
    z.object({ how: z.literal('crash'), message: z.string() }),
  ]),
})

export type Reading = z.infer<typeof readingSchema>
