import { existsSync } from 'node:fs'
import { installPackage } from './install-package.ts'

/**
 * A program to test with, installing Debian's package where that is possible. Null where there is none: the tests that
 * need it are skipped then, by name.
 */
function findOrInstall(debianPackage: string, places: readonly (string | undefined)[]): string | null {
  const found = firstOf(places)
  if (found) return found
  installPackage(debianPackage)
  return firstOf(places)
}

const firstOf = (places: readonly (string | undefined)[]) =>
  places.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null

/** Only looked for: it is too large to install for the sake of a test. */
export const findPrometheus = () =>
  firstOf([
    process.env.PROMETHEUS_PATH,
    '/usr/bin/prometheus',
    '/usr/local/bin/prometheus',
    '/opt/homebrew/bin/prometheus',
  ])

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
