import { type EvaluateOptions, evaluateAlerts } from '#app/features/alerts/evaluate-alerts.ts'
import { enqueueWaitingPosts } from '#app/features/alerts/telling/waiting-posts.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

export const evaluateAlertsTask = ({ logger, ...options }: EvaluateOptions & { logger: Logger }) =>
  runTask('evaluate_alerts', jobCatalog.evaluate_alerts.payload, logger, async () => {
    const steps = await evaluateAlerts(options)
    for (const { kind, rule } of steps ?? [])
      if (kind === 'fire' || kind === 'escalate' || kind === 'clear') logger.warn({ kind, rule }, 'an alert')
    if (options.posts) await enqueueWaitingPosts(options.prisma)
  })
