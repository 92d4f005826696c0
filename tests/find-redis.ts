import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [
  process.env.REDIS_SERVER_PATH,
  '/usr/bin/redis-server',
  '/usr/local/bin/redis-server',
  '/opt/homebrew/bin/redis-server',
]

const findRedis = (): string | null =>
  places.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null

/**
 * The Redis server to test with, installing Debian's package where this is root on Debian. Null where there is none:
 * the tests that need it are skipped then, by name.
 */
export function findOrInstallRedis(): string | null {
  const found = findRedis()
  if (found) return found
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  // The run level keeps the package from starting a server of its own; two test files may come here at once.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  const patient = ['-qq', '-o', 'DPkg::Lock::Timeout=120']
  spawnSync('apt-get', ['update', ...patient], { env, stdio: 'ignore' })
  const packages = ['install', '-y', ...patient, '--no-install-recommends', 'redis-server']
  spawnSync('apt-get', packages, { env, stdio: 'ignore' })
  return findRedis()
}
