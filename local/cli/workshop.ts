import { generationChannel } from '#app/features/generation/generation-record.ts'
import { createDatabase, type Database } from '#app/platform/db.server.ts'
import { type Env, EnvError, readEnv } from '#app/platform/env.ts'
import { createLogger, type Logger } from '#app/platform/logger.server.ts'
import { createNotifications, type Notifications } from '#app/platform/notifications.server.ts'
import { openLocalDatabase } from '../database.ts'
import { LocalFault } from '../fault.ts'

export type Workshop = {
  env: Env
  database: Database
  notifications: Notifications
  logger: Logger
  close(): Promise<void>
}

/** What a command works with: the database of a running server or of its own, and the environment's settings. */
export async function openWorkshop(): Promise<Workshop> {
  const given = process.env.DATABASE_URL?.trim()
  const base = { LOG_LEVEL: 'silent', ...process.env }
  const placeholder = { DATABASE_URL: given ?? 'postgres://embedded', SESSION_SECRET: 'x'.repeat(32) }
  checked({ ...base, ...placeholder })
  const local = given ? null : await openLocalDatabase('when-behind')
  try {
    const env = checked({ ...base, ...placeholder, DATABASE_URL: local?.ownerUrl ?? given })
    const logger = createLogger({ level: env.logLevel, name: 'command' })
    const database = createDatabase({ url: env.databaseUrl, poolMax: 6, name: 'threadr-command', logger })
    const notifications = createNotifications({ url: env.databaseUrl, channel: generationChannel, logger })
    return {
      env,
      database,
      notifications,
      logger,
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

function checked(variables: Record<string, string | undefined>): Env {
  try {
    return readEnv(variables)
  } catch (error) {
    throw error instanceof EnvError ? new LocalFault(error.message) : error
  }
}
