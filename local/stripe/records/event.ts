import { z } from 'zod'
import { time } from './values.ts'

export const eventRecord = z.object({
  id: z.string(),
  created: time,
  type: z.string(),
  object: z.record(z.string(), z.unknown()),
  previous: z.record(z.string(), z.unknown()).nullable(),
  request: z.object({ id: z.string().nullable(), key: z.string().nullable() }),
  /** Whether the receiver has yet to take it. */
  pending: z.boolean(),
  attempts: z.int(),
})
export type EventRecord = z.infer<typeof eventRecord>
