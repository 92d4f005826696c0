import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { LocalFault } from '../fault.ts'
import { giveTo, type SystemUser } from '../postgres/unprivileged-user.ts'

/** Unpacks a data folder; what lies below `cluster` is given to the user that PostgreSQL runs as. Resolves at the end of the bytes, when all are known to be authentic. */
export async function unpack(
  bytes: AsyncIterable<Uint8Array>,
  folder: string,
  user: SystemUser | null,
): Promise<void> {
  const archive = extract()
  const read = pipeline(Readable.from(bytes), createGunzip(), archive)
  const written = writeAll(archive, folder, user)
  // Whichever fails first says why.
  await Promise.all([read, written])
}

async function writeAll(archive: ReturnType<typeof extract>, folder: string, user: SystemUser | null) {
  for await (const entry of archive) {
    const { name, type } = entry.header
    const path = normalize(name)
    if (path.startsWith('..') || path.startsWith('/'))
      throw new LocalFault('This copy names a file outside of its folder.')
    const target = join(folder, path)
    if (type === 'directory') mkdirSync(target, { recursive: true, mode: 0o700 })
    else {
      mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
      await pipeline(entry, createWriteStream(target, { mode: 0o600 }))
    }
    entry.resume()
    if (user && path.startsWith('cluster')) giveTo(user, target)
  }
}
