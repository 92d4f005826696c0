import { z } from 'zod'

const ms = z.number().int().min(0).max(604_800_000)
const code = z.string().max(60)
const nothing = z.strictObject({})

/** How long each step of a writing took, in milliseconds; a step that there wasn't is left out. */
const times = {
  totalMs: ms,
  readingMs: ms.optional(),
  planningMs: ms.optional(),
  writingMs: ms.optional(),
  checkingMs: ms.optional(),
}

/** What is counted, each with the most that is noted of it: no address and no text ever. */
export const eventProps = {
  landing_seen: nothing,
  shared_seen: nothing,
  signed_up: nothing,
  signed_in: nothing,
  thread_asked: nothing,
  thread_ready: z.strictObject({
    ...times,
    costMicros: z.number().int().min(0),
    cacheHit: z.boolean(),
    writer: code,
    promptVersion: code.nullable(),
  }),
  thread_failed: z.strictObject({ code, costMicros: z.number().int().min(0) }),
  thread_edited: nothing,
  thread_taken_out: z.strictObject({ format: code }),
  thread_posted: z.strictObject({ network: code }),
  plan_chosen: z.strictObject({ toCents: z.number().int(), currency: z.string().length(3) }),
  digest_opened: nothing,
  flag_exposed: z.strictObject({ flag: code, arm: z.enum(['on', 'off']) }),
}
export type EventName = keyof typeof eventProps
export type PropsOf<Name extends EventName> = z.input<(typeof eventProps)[Name]>
