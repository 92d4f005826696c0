import { spawnSync } from 'node:child_process'
import { LocalFault } from '../fault.ts'

export type SystemUser = { uid: number; gid: number }

/**
 * The user that PostgreSQL runs as where we are root, since it refuses to run as root itself: `nobody`, which every
 * system has. Null where we aren't root and no change is needed.
 */
export function unprivilegedUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null
  const [uid, gid] = ['-u', '-g'].map((option) =>
    Number(spawnSync('id', [option, 'nobody'], { encoding: 'utf8' }).stdout),
  )
  if (!uid || gid === undefined || Number.isNaN(gid)) {
    throw new LocalFault(
      'PostgreSQL can’t run as root and this system has no user "nobody": start Threadr as another user, or set DATABASE_URL.',
    )
  }
  return { uid, gid }
}

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
