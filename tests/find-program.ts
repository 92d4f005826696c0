import { existsSync } from 'node:fs'
import { installPackage } from './install-package.ts'

/**
 * A program to test with, installing Debian's package where that is possible. Null where there is none: the tests that
 * need it are skipped then, by name.
 */
function findOrInstall(debianPackage: string, places: readonly (string | undefined)[]): string | null {
  const find = () => places.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null
  const found = find()
  if (found) return found
  installPackage(debianPackage)
  return find()
}

export const findOrInstallRedis = () =>
  findOrInstall('redis-server', [
    process.env.REDIS_SERVER_PATH,
    '/usr/bin/redis-server',
    '/usr/local/bin/redis-server',
    '/opt/homebrew/bin/redis-server',
  ])

export const findOrInstallPgBouncer = () =>
  findOrInstall('pgbouncer', [
    process.env.PGBOUNCER_PATH,
    '/usr/sbin/pgbouncer',
    '/opt/homebrew/bin/pgbouncer',
  ])

export const findOrInstallNginx = () =>
  findOrInstall('nginx-light', [
    '/usr/sbin/nginx',
    '/usr/local/sbin/nginx',
    '/usr/local/bin/nginx',
    '/opt/homebrew/bin/nginx',
  ])
