import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LocalFault } from './fault.ts'
import { type LocalSettings, newSettings, readSettings, reason, writeSettings } from './local-settings.ts'
import { claimPlace, isElsewhere, newPlace } from './postgres/elsewhere.ts'
import { mayEnter, type SystemUser } from './postgres/unprivileged-user.ts'

/** `THREADR_DATA`, or `.data` in the checkout. */
export function dataFolder(variables: Record<string, string | undefined> = process.env): string {
  const wanted = variables.THREADR_DATA?.trim()
  return wanted ? resolve(wanted) : fileURLToPath(new URL('../.data', import.meta.url))
}

export function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new LocalFault(
      `The data folder ${folder} can’t be made (${reason(error)}): set THREADR_DATA to a folder you may write to.`,
    )
  }
}

/** Where the cluster of a data folder lies, wherever that folder has been moved to. */
export const clusterFolder = (folder: string, settings: LocalSettings) => resolve(folder, settings.cluster)

/**
 * Reads what an earlier start decided for this data folder, or decides it: passwords, the session secret, and where
 * the cluster lies. Call it under the folder's lock. Throws a LocalFault where the folder can't be used.
 */
export function openDataFolder(folder: string, user: SystemUser | null): LocalSettings {
  const kept = readSettings(folder)
  if (!kept && existsSync(join(folder, 'postgres', 'PG_VERSION')))
    throw new LocalFault(
      `${join(folder, 'local.json')} is missing, which holds the passwords of the database beside it: put back a copy of it, or move the data folder away to begin anew.`,
    )
  const settings = kept ?? newSettings()
  // A start that was cut off before there was a cluster may be followed by one as another user.
  if (!settings.initialised && !hasCluster(folder, settings))
    settings.cluster = user && !mayEnter(user, folder) ? newPlace(settings.cluster) : 'postgres'
  const cluster = clusterFolder(folder, settings)
  if (isElsewhere(cluster)) claimPlace(cluster, folder)
  if (!settings.initialised) writeSettings(folder, settings)
  return settings
}

/** The secret of a data folder whose database is elsewhere. */
export function keptSessionSecret(folder: string): string {
  makeDataFolder(folder)
  return (readSettings(folder) ?? openDataFolder(folder, null)).sessionSecret
}

/** From here on, a cluster that isn't there is one that was lost. */
export function markInitialised(folder: string, settings: LocalSettings): void {
  if (!settings.initialised) writeSettings(folder, { ...settings, initialised: true })
}

const hasCluster = (folder: string, settings: LocalSettings) =>
  settings.cluster !== '' && existsSync(join(clusterFolder(folder, settings), 'PG_VERSION'))
