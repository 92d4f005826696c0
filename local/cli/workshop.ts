import { generationChannel } from '#app/features/generation/generation-channel.ts'
import { createDatabase, type Database } from '#app/platform/db.server.ts'
import type { Env } from '#app/platform/env.ts'
import { reasonOf } from '#app/platform/error-reason.ts'
import { createLogger, type Logger } from '#app/platform/logger.server.ts'
import { createNotifications, type Notifications } from '#app/platform/notifications.server.ts'
import { createSealer, type Sealer } from '#app/platform/sealer.server.ts'
import { dataFolder, keptSessionSecret } from '../data-folder.ts'
import { isBehind, openLocalDatabase } from '../database.ts'
import { LocalFault } from '../fault.ts'
import { withoutBlanks } from '../variables.ts'
import { commandEnv, serviceKeys } from './command-env.ts'

export type Workshop = {
  env: Env
  database: Database
  notifications: Notifications
  logger: Logger
  /** Seals and opens with the keys of the service. Throws a LocalFault where they aren't set. */
  sealer(): Sealer
  close(): Promise<void>
}

/**
 * What a command works with: the database of a running server or of its own, and the environment's settings. The signal
 * breaks off. Throws a LocalFault where a setting or the database can't be used.
 */
export async function openWorkshop(signal: AbortSignal): Promise<Workshop> {
  commandEnv()
  const given = withoutBlanks(process.env)
  const local = given.DATABASE_URL ? null : await openLocalDatabase('when-behind', signal)
  try {
    if (given.DATABASE_URL) await assertUsable(given.DATABASE_URL)
    signal.throwIfAborted()
    const env = commandEnv(local?.ownerUrl)
    const logger = createLogger({ level: env.logLevel, name: 'command' })
    const database = createDatabase({
      url: env.databaseDirectUrl,
      poolMax: 6,
      name: 'threadr-command',
      logger,
    })
    const notifications = createNotifications({
      url: env.databaseDirectUrl,
      channels: [generationChannel],
      logger,
    })
    return {
      env,
      database,
      notifications,
      logger,
      sealer: () => createSealer(serviceKeys(() => local?.sessionSecret ?? keptSessionSecret(dataFolder()))),
      async close() {
        await notifications.close()
        await database.close()
        await local?.release()
      },
    }
  } catch (error) {
    await local?.release()
    throw error
  }
}

async function assertUsable(url: string): Promise<void> {
  let behind: boolean
  try {
    behind = await isBehind(url)
  } catch (error) {
    throw new LocalFault(
      `The database of DATABASE_URL can’t be used (${reasonOf(error)}): check the address, and that the server runs.`,
    )
  }
  if (behind) throw new LocalFault('The database of DATABASE_URL is not up to date: run npm run migrate.')
}
