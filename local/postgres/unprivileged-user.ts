import { spawnSync } from 'node:child_process'
import { chownSync } from 'node:fs'
import { LocalFault } from '../fault.ts'

/** As spawning takes them: macOS numbers `nobody` -2, and may print it as 4294967294. */
export type SystemUser = { uid: number; gid: number }

/**
 * The user that PostgreSQL runs as where we are root, since it refuses to run as root itself: `nobody`, which every
 * system has. Null where we aren't root and no change is needed.
 */
export function unprivilegedUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null
  const ids = ['-u', '-g'].map((option) => spawnSync('id', [option, 'nobody'], { encoding: 'utf8' }).stdout)
  const [uid, gid] = ids.map((printed) => (/^-?\d+\s*$/.test(printed ?? '') ? Number(printed) | 0 : null))
  if (!uid || gid === undefined || gid === null) {
    throw new LocalFault(
      'PostgreSQL can’t run as root and this system has no user "nobody": start Threadr as another user, or set DATABASE_URL.',
    )
  }
  return { uid, gid }
}

/** Gives a file to the user. Unlike spawning, this takes the numbers without a sign. */
export const giveTo = (user: SystemUser, path: string) => chownSync(path, user.uid >>> 0, user.gid >>> 0)

/** Whether the user may enter a folder, asked of the system itself (modes, access lists and mounts all count). */
export function mayEnter(user: SystemUser, folder: string): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1" && ls . >/dev/null', 'sh', folder], {
      uid: user.uid,
      gid: user.gid,
      cwd: '/',
    }).status === 0
  )
}
