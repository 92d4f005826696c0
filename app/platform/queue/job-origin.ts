import { z } from 'zod'
import { currentWork } from '../work.server.ts'

/** Stands in every payload beside what its job is about; handlers never see it, since what a schema doesn't name is left out. */
const field = '_origin'

const payloadSchema = z.object({
  [field]: z.object({ requestId: z.uuid(), traceparent: z.string().max(100).optional() }),
})

/** Where a job comes from: what is written in its payload. */
type JobOrigin = { requestId: string; traceparent?: string | undefined }

/** A payload with the request that it comes from, where it comes from one. */
export function withOrigin<Payload extends object>(payload: Payload): Payload {
  const work = currentWork()
  if (!work) return payload
  const origin: JobOrigin = { requestId: work.requestId, traceparent: work.span?.traceparent }
  return { ...payload, [field]: origin }
}

/** What a payload says of where it comes from; null in those of older versions, and in what comes by the clock. */
export function originOfJob(payload: unknown): JobOrigin | null {
  return payloadSchema.safeParse(payload).data?.[field] ?? null
}
