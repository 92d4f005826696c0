import { randomBytes } from 'node:crypto'
import { type Env, EnvError, readEnv } from '#app/platform/env.ts'
import { LocalFault } from '../fault.ts'
import { storageFolder } from '../storage-folder.ts'
import { withoutBlanks } from '../variables.ts'

/**
 * The environment as a command takes it: quiet, without need of secrets since commands sign and seal nothing, and with the
 * embedded database and the data folder’s files where none are given. What is given is looked at. Throws a LocalFault
 * with one sentence.
 */
export function commandEnv(embeddedUrl = 'postgres://embedded'): Env {
  const placeholders = {
    LOG_LEVEL: 'silent',
    DATABASE_URL: embeddedUrl,
    SESSION_SECRET: randomBytes(24).toString('hex'),
    ENCRYPTION_KEY: randomBytes(24).toString('hex'),
  }
  try {
    const given = withoutBlanks(process.env)
    return readEnv({ ...placeholders, ...storageFolder(given), ...given })
  } catch (error) {
    throw error instanceof EnvError ? new LocalFault(error.message) : error
  }
}
