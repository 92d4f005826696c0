import { randomUUID } from 'node:crypto'
import type { Task } from 'graphile-worker'
import type { Metrics } from '#app/platform/metrics/create-metrics.ts'
import { originOfJob } from '#app/platform/queue/job-origin.ts'
import type { Tracer } from '#app/platform/tracing/span.ts'
import { withinWork } from '#app/platform/work.server.ts'

export type Watchers = { metrics?: Metrics | null; tracer?: Tracer | null }

/** A task as a piece of work of the request that its job came from, or of its own; counted when it ends, and traced as a part of what that request led to. */
export function watchedTask(name: string, task: Task, { metrics, tracer }: Watchers): Task {
  return (raw, helpers) => {
    const origin = originOfJob(raw)
    const requestId = origin?.requestId ?? randomUUID()
    const attributes = { 'threadr.request_id': requestId, 'messaging.message.id': String(helpers.job.id) }
    const span = tracer?.begin(`job ${name}`, 'consumer', attributes, origin?.traceparent)
    return withinWork({ requestId, metrics: metrics ?? null, span: span ?? null }, async () => {
      const started = performance.now()
      const ended = (outcome: 'done' | 'failed', error?: unknown) => {
        metrics?.job({ task: name, outcome, seconds: (performance.now() - started) / 1000 })
        span?.end(error)
      }
      try {
        const result = await task(raw, helpers)
        ended('done')
        return result
      } catch (error) {
        ended('failed', error)
        throw error
      }
    })
  }
}
