import { randomUUID } from 'node:crypto'
import type { Task } from 'graphile-worker'
import type { Metrics } from '#app/platform/metrics/create-metrics.ts'
import { originOfJob } from '#app/platform/queue/job-origin.ts'
import { withinWork } from '#app/platform/work.server.ts'

/** A task as a piece of work of the request that its job came from, or of its own; counted when it ends. */
export function watchedTask(name: string, task: Task, metrics: Metrics | null): Task {
  return (raw, helpers) => {
    const requestId = originOfJob(raw)?.requestId ?? randomUUID()
    return withinWork({ requestId, metrics }, async () => {
      const started = performance.now()
      const ended = (outcome: 'done' | 'failed') =>
        metrics?.job({ task: name, outcome, seconds: (performance.now() - started) / 1000 })
      try {
        const result = await task(raw, helpers)
        ended('done')
        return result
      } catch (error) {
        ended('failed')
        throw error
      }
    })
  }
}
