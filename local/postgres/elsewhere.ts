import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { LocalFault } from '../fault.ts'
import { readSettings } from '../local-settings.ts'

/** Where a user without rights can reach what the data folder of root can't hold. */
const sharedState = '/var/lib/threadr'

/** Where binaries are copied to when PostgreSQL's user may not enter the installation. */
export const binariesCopy = join(sharedState, 'bin')

export const isElsewhere = (cluster: string) => cluster.startsWith(`${sharedState}/`)

/** A place for the cluster of one data folder; the one chosen before, where there is one. */
export const newPlace = (before: string) =>
  isElsewhere(before) ? before : join(sharedState, randomBytes(8).toString('hex'), 'postgres')

/** Makes a folder that everybody may enter, whatever the umask is and was. */
export function openToAll(folder: string): void {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
}

/**
 * Makes the place reachable, and notes there which data folder it belongs to: one that was moved takes it along, but a
 * copy beside the original must not share its database. Throws a LocalFault for such a copy.
 */
export function claimPlace(cluster: string, folder: string): void {
  const place = dirname(cluster)
  openToAll(sharedState)
  openToAll(place)
  const note = join(place, 'data-folder')
  const own = realpathSync(folder)
  const noted = existsSync(note) ? readFileSync(note, 'utf8') : null
  if (noted === own) return
  if (noted !== null && existsSync(noted) && readSettings(noted)?.cluster === cluster)
    throw new LocalFault(
      `The data folder ${folder} is a copy of ${noted}, whose database lies in ${cluster}: use that folder, or set THREADR_DATA to an empty one.`,
    )
  writeFileSync(note, own, { mode: 0o600 })
}
