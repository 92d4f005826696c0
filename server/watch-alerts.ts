import { standIn } from '#app/features/alerts/watch/stand-in.ts'
import { createDatabaseWatch } from '#app/features/alerts/watch/watch-database.ts'
import { createPostText } from '#app/integrations/alert-webhook/post-text.ts'
import { minutes } from '#app/platform/durations.ts'
import type { LastingContext } from './web-context.ts'

const every = minutes(1)

/**
 * Watches once a minute, in the web process, for what workers can't tell: that none of them is there, and that the database
 * isn't. Gives what ends it.
 */
export function watchAlerts({ env, database, sealer, logger, stopping }: LastingContext): () => void {
  const { pool, prisma } = database
  const { emails, webhookUrl } = env.alerts
  const { mail } = env
  const post =
    webhookUrl === null
      ? null
      : createPostText({ url: webhookUrl, allowLocalAddresses: env.allowLocalAddresses })
  const databaseWatch = createDatabaseWatch({ prisma, post, appUrl: env.appUrl })

  async function watch(): Promise<void> {
    try {
      const stoodIn = await standIn(
        {
          prisma,
          sealer,
          logger,
          post,
          emails,
          appUrl: env.appUrl,
          countsAbsence: env.mode === 'production',
          // What sends takes a while to load, and in most web processes is never needed.
          loadSend:
            mail &&
            (async () => {
              const { createMailSender } = await import('#app/integrations/mail/send-mail.ts')
              return createMailSender(mail, { pool })
            }),
        },
        stopping,
      )
      if (stoodIn) logger.warn('no worker has looked at the rules of alerts: the web process did')
      await databaseWatch.reached(stopping)
    } catch (error) {
      if (stopping.aborted) return
      logger.error({ reason: String(error) }, 'the rules of alerts could not be looked at')
      await databaseWatch.failed(stopping)
    }
  }
  const timer = setInterval(watch, every)
  timer.unref()
  return () => clearInterval(timer)
}
