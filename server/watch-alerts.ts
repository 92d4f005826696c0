import { readRegistry } from '#app/features/alerts/measures/read-registry.ts'
import { startMeasuring } from '#app/features/alerts/measures/write-measures.ts'
import { createWatch } from '#app/features/alerts/watch/create-watch.ts'
import { createPostText } from '#app/integrations/alert-webhook/post-text.ts'
import { minutes } from '#app/platform/durations.ts'
import type { LastingContext } from './web-context.ts'

const every = minutes(1)

/**
 * Writes down what the web process counts, and watches once a minute for what workers can't tell: that none of them is there,
 * and that the database isn't. `stop` writes a last time.
 */
export function watchAlerts(context: LastingContext): { stop(): Promise<void> } {
  const { env, database, metrics, sealer, logger, stopping } = context
  const { mail, alerts } = env
  const { pool, prisma } = database
  const watch = createWatch({
    pool,
    prisma,
    sealer,
    logger,
    post:
      alerts.webhookUrl === null
        ? null
        : createPostText({ url: alerts.webhookUrl, allowLocalAddresses: env.allowLocalAddresses }),
    emails: alerts.emails,
    appUrl: env.appUrl,
    countsAbsence: env.mode === 'production',
    // What sends takes a while to load, and in most web processes is never needed.
    loadSend:
      mail &&
      (async () => {
        const { createMailSender } = await import('#app/integrations/mail/send-mail.ts')
        return createMailSender(mail, { pool })
      }),
  })
  const timer = setInterval(() => void watch(stopping), every)
  timer.unref()
  const read = () => readRegistry(metrics.registry)
  const measuring = startMeasuring({ pool, kind: 'web', read, logger })
  return {
    async stop() {
      clearInterval(timer)
      await measuring.stop()
    },
  }
}
