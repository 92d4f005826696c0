import { existsSync } from 'node:fs'
import { installPackage } from './install-package.ts'

const places = [process.env.PGBOUNCER_PATH, '/usr/sbin/pgbouncer', '/opt/homebrew/bin/pgbouncer']

const findPgBouncer = (): string | null =>
  places.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null

/** PgBouncer, installing Debian's package where that is possible. Null where there is none: its tests are skipped then. */
export function findOrInstallPgBouncer(): string | null {
  const found = findPgBouncer()
  if (found) return found
  installPackage('pgbouncer')
  return findPgBouncer()
}
