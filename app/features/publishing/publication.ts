import { z } from 'zod'

const partStates = ['waiting', 'posted', 'skipped'] as const

/** A row of the ledger. */
export const partSchema = z.object({
  position: z.number(),
  text: z.string(),
  state: z.enum(partStates),
  remoteId: z.string().nullable(),
  remoteUrl: z.string().nullable(),
})
export type Part = z.infer<typeof partSchema>
