import { setTimeout as sleep } from 'node:timers/promises'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import { EnvError, readEnv } from '#app/platform/env.ts'
import { onFatalError } from '#app/platform/fatal-errors.ts'
import { closeServer, ListenError, listen } from '#app/platform/listen.server.ts'
import { reachesPeople } from '#app/platform/mail-settings.ts'
import { startWatching } from '#app/platform/monitoring/start-watching.ts'
import { onStopSignal } from '#app/platform/stop-signals.ts'
import { createApp } from './create-app.ts'
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
    const watching = await startWatching(env, 'web')
    const web = createWebContext(env, watching)
    const { logger } = web.context
    onFatalError(logger, watching.close)
    const server = await listen(createApp({ ...web, ...watching, build, assets }), env)
    const alerts = watchAlerts(web.context)
    onStopSignal(logger, async () => {
      // Load balancers see that it isn't ready before it turns anybody away.
      web.beginDrain()
      await sleep(env.monitoring.drainMs)
      web.beginStop()
      await closeServer(server)
      await alerts.stop()
      await web.close()
      await watching.close()
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
