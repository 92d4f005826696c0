import { z } from 'zod'

type JobDefinition<Payload extends z.ZodType> = {
  payload: Payload
  /** Tries in all; a try that a dying worker took counts as one. */
  maxAttempts: number
  /** One job a key waits at a time: adding it again while it waits changes nothing but its payload. */
  key(payload: z.infer<Payload>): string
}

const define = <Payload extends z.ZodType>(job: JobDefinition<Payload>) => job

/**
 * Every job there is: its payload (ids rather than data, new fields optional, since rows of older versions are still
 * in the queue when a new one starts), and how often it is tried. The handlers stand in jobs/tasks.
 */
export const jobCatalog = {
  generate_thread: define({
    payload: z.object({ generationId: z.uuid() }),
    maxAttempts: 5,
    key: ({ generationId }) => `generation:${generationId}`,
  }),
}

export type JobName = keyof typeof jobCatalog
export type JobPayload<Name extends JobName> = z.infer<(typeof jobCatalog)[Name]['payload']>

/**
 * Who works a job off: the workers of the service, or one command that runs its own worker with its own settings (the
 * writer and keys of its environment), which nobody else's workers must take from it.
 */
export type Lane = 'service' | `command-${string}`

/** The queue's identifier of a job in a lane. */
export const taskIdentifier = (name: JobName, lane: Lane) => (lane === 'service' ? name : `${name}:${lane}`)
