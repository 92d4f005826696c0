import { existsSync } from 'node:fs'
import { installPackage } from './install-package.ts'

const places = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx']

/** The nginx to put in front, installing Debian's package where that is possible; null where there is none. */
export function findOrInstallNginx(): string | null {
  const found = places.find((path) => existsSync(path))
  if (found) return found
  installPackage('nginx-light')
  return places.find((path) => existsSync(path)) ?? null
}
