import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { LocalFault } from './fault.ts'
import { mayEnter, type SystemUser } from './postgres/unprivileged-user.ts'

/** Where a user without rights can reach what the data folder of root can't hold. */
const sharedState = '/var/lib/threadr'

const settingsSchema = z.object({
  /** Where PostgreSQL keeps its files. */
  cluster: z.string(),
  ownerPassword: z.string(),
  appPassword: z.string(),
  sessionSecret: z.string(),
})
export type LocalSettings = z.infer<typeof settingsSchema>

/** `THREADR_DATA`, or `.data` in the checkout. */
export function dataFolder(variables: Record<string, string | undefined> = process.env): string {
  const wanted = variables.THREADR_DATA?.trim()
  return wanted ? resolve(wanted) : fileURLToPath(new URL('../.data', import.meta.url))
}

/** Where binaries are copied to when PostgreSQL's user may not enter the installation. */
export const binariesCopy = join(sharedState, 'bin')

/**
 * Reads what an earlier start decided for this data folder, or decides it: passwords, the session secret, and where
 * the cluster lies. Call it under the folder's lock. Throws a LocalFault where the folder can't be used.
 */
export function openDataFolder(folder: string, user: SystemUser | null): LocalSettings {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new LocalFault(
      `The data folder ${folder} can’t be made (${reason(error)}): set THREADR_DATA to a folder you may write to.`,
    )
  }
  const file = join(folder, 'local.json')
  const kept = readSettings(file)
  if (kept) return kept
  const settings: LocalSettings = {
    cluster: user && !mayEnter(user, folder) ? clusterElsewhere(folder) : join(folder, 'postgres'),
    ownerPassword: secret(),
    appPassword: secret(),
    sessionSecret: secret(),
  }
  try {
    writeFileSync(`${file}.new`, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 })
    renameSync(`${file}.new`, file)
  } catch (error) {
    throw new LocalFault(
      `The data folder ${folder} can’t be written to (${reason(error)}): set THREADR_DATA to a folder you may write to.`,
    )
  }
  return settings
}

function readSettings(file: string): LocalSettings | null {
  let content: string
  try {
    content = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new LocalFault(
      `${file} can’t be read (${reason(error)}): start Threadr as the user who started it first.`,
    )
  }
  const parsed = settingsSchema.safeParse(parseJson(content))
  if (!parsed.success)
    throw new LocalFault(
      `${file} is damaged: put back a copy of it, or move the data folder away to begin anew.`,
    )
  return parsed.data
}

/** A folder of its own for each data folder, so that two checkouts of root never share a cluster. */
function clusterElsewhere(folder: string): string {
  const place = join(sharedState, createHash('sha256').update(folder).digest('hex').slice(0, 16))
  mkdirSync(place, { recursive: true, mode: 0o755 })
  chmodSync(sharedState, 0o755)
  return join(place, 'postgres')
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return null
  }
}

const secret = () => randomBytes(24).toString('base64url')
const reason = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)
