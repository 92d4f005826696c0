import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import { readRegistry } from '#app/features/alerts/measures/read-registry.ts'
import { startMeasuring } from '#app/features/alerts/measures/write-measures.ts'
import { EnvError, readEnv } from '#app/platform/env.ts'
import { reachesPeople } from '#app/platform/mail-settings.ts'
import { onStopSignal } from '#app/platform/stop-signals.ts'
import { createApp } from './create-app.ts'
import { closeServer, ListenError, listen } from './listen.ts'
import { watchAlerts } from './watch-alerts.ts'
import { createWebContext } from './web-context.ts'

export type WebParts = {
  build: ServerBuild | (() => Promise<ServerBuild>)
  assets: RequestHandler[]
}

/** The web process, from the environment to the graceful stop; ends it with one sentence where it can't start. */
export async function runWeb({ build, assets }: WebParts): Promise<void> {
  try {
    const env = readEnv(process.env)
    const web = createWebContext(env)
    const { logger } = web.context
    const server = await listen(createApp({ context: web.context, build, assets }), env)
    const { database, metrics } = web.context
    const read = () => readRegistry(metrics.registry)
    const measuring = startMeasuring({ pool: database.pool, kind: 'web', read, logger })
    const endWatch = watchAlerts(web.context)
    onStopSignal(logger, async () => {
      endWatch()
      web.beginStop()
      await closeServer(server)
      await measuring.stop()
      await web.close()
    })
    logger.info({ port: env.port, host: env.host }, 'web ready')
    if (!reachesPeople(env))
      logger.warn(
        'no mail is set up (RESEND_API_KEY or SMTP_URL, and MAIL_FROM): nobody can sign up, get a code or a new password',
      )
    process.send?.('ready')
  } catch (error) {
    console.error(error instanceof EnvError || error instanceof ListenError ? error.message : error)
    process.exit(1)
  }
}
