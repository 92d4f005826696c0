import { randomBytes } from 'node:crypto'
import { type Env, EnvError, readEnv } from '#app/platform/env.ts'
import { LocalFault } from '../fault.ts'
import { storageFolder } from '../storage-folder.ts'
import { withoutBlanks } from '../variables.ts'

/**
 * The environment as a command takes it: quiet, without need of secrets since most commands sign and seal nothing, and with
 * the embedded database and the data folder’s files where none are given. What is given is looked at. Throws a LocalFault
 * with one sentence.
 */
export const commandEnv = (embeddedUrl = 'postgres://embedded'): Env =>
  envOver({
    DATABASE_URL: embeddedUrl,
    SESSION_SECRET: randomBytes(24).toString('hex'),
    ENCRYPTION_KEY: randomBytes(24).toString('hex'),
  })

/**
 * The keys that the service seals with, whose session secret is given as far as its data folder keeps it: the same as
 * web and worker have, or a LocalFault, and never keys of this command alone.
 */
export const serviceKeys = (keptSecret: () => string): string[] =>
  envOver({
    DATABASE_URL: 'postgres://embedded',
    SESSION_SECRET: withoutBlanks(process.env).SESSION_SECRET ?? keptSecret(),
  }).encryptionKeys

function envOver(placeholders: Record<string, string>): Env {
  try {
    const given = withoutBlanks(process.env)
    return readEnv({ LOG_LEVEL: 'silent', ...placeholders, ...storageFolder(given), ...given })
  } catch (error) {
    throw error instanceof EnvError ? new LocalFault(error.message) : error
  }
}
