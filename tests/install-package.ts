import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** In milliseconds, for one step; a mirror that doesn't answer shouldn't hold up what can go on without it. */
const timeout = 120_000

/**
 * Installs a package of Debian's where this is root on Debian; elsewhere, and where it can't be had, nothing happens. The
 * run level keeps a package from starting a server of its own; of two that come here at once, one waits for the other.
 */
export function installPackage(name: string): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  const patient = ['-qq', '-o', 'DPkg::Lock::Timeout=100']
  spawnSync('apt-get', ['update', ...patient], { env, timeout, stdio: 'ignore' })
  const packages = ['install', '-y', ...patient, '--no-install-recommends', name]
  spawnSync('apt-get', packages, { env, timeout, stdio: 'ignore' })
}
