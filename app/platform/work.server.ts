import { AsyncLocalStorage } from 'node:async_hooks'
import type { Metrics } from './metrics/create-metrics.ts'
import type { Span } from './tracing/span.ts'

/** The request or job that is being worked on, for what is done deep within it. */
export type Work = {
  /** The same through everything that one request led to: its jobs, their calls to models, their mail. */
  requestId: string
  /** Who counts what is done; nobody without it. */
  metrics?: Metrics | null
  /** Its place in a trace; null where nothing is traced. */
  span?: Span | null
  /** Who is signed in, once that is known. */
  userId?: string
}

const storage = new AsyncLocalStorage<Work>()

/** Does something as a piece of work, which `currentWork` gives within it, however deep. */
export const withinWork = <T>(work: Work, doing: () => T): T => storage.run(work, doing)

export const currentWork = (): Work | undefined => storage.getStore()

/** Says who is signed in, for what is told of an error. */
export function noteUser(userId: string): void {
  const work = storage.getStore()
  if (work) work.userId = userId
}

/** Who counts what is being done; undefined outside of any work, and where nobody does. */
export const currentMetrics = (): Metrics | undefined => storage.getStore()?.metrics ?? undefined
