import { existsSync } from 'node:fs'
import { installPackage } from './install-package.ts'

const places = [
  process.env.REDIS_SERVER_PATH,
  '/usr/bin/redis-server',
  '/usr/local/bin/redis-server',
  '/opt/homebrew/bin/redis-server',
]

const findRedis = (): string | null =>
  places.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null

/**
 * The Redis server to test with, installing Debian's package where that is possible. Null where there is none: the tests
 * that need it are skipped then, by name.
 */
export function findOrInstallRedis(): string | null {
  const found = findRedis()
  if (found) return found
  installPackage('redis-server')
  return findRedis()
}
