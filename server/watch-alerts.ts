import { createWatch } from '#app/features/alerts/watch/create-watch.ts'
import { createPostText } from '#app/integrations/alert-webhook/post-text.ts'
import { minutes } from '#app/platform/durations.ts'
import type { LastingContext } from './web-context.ts'

const every = minutes(1)

/**
 * Watches once a minute, in the web process, for what workers can't tell: that none of them is there, and that the database
 * isn't. Gives what ends it.
 */
export function watchAlerts({ env, database, sealer, logger, stopping }: LastingContext): () => void {
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
  return () => clearInterval(timer)
}
