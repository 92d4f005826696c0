import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { storedFileTooLarge } from './failures.ts'
import { codeOf } from './folder-failures.ts'

/** A name for a file in the making; no key has a tilde, so it is never taken for a stored one. */
export const unfinishedName = () => `${randomUUID()}~`
export const isUnfinishedName = (name: string) => name.endsWith('~')

/** Writes a new file and returns when the disk has it. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await using file = await open(path, 'wx', 0o600)
  await file.writeFile(bytes)
  await file.sync()
}

/** Makes what was put into a folder, or renamed in it, outlive a power cut. */
export async function syncFolder(path: string): Promise<void> {
  await using folder = await open(path, 'r')
  await folder.sync()
}

/**
 * Reads a file of `maxBytes` at most; null where there is none, or something else than a file. A link isn't followed,
 * and a pipe that somebody put there isn't waited for.
 */
export async function readWhole(path: string, maxBytes: number): Promise<Uint8Array | null> {
  await using file = await openToRead(path)
  if (!file) return null
  const stat = await file.stat()
  if (!stat.isFile()) return null
  if (stat.size > maxBytes) throw storedFileTooLarge(maxBytes)
  const bytes = new Uint8Array(stat.size)
  let filled = 0
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}

async function openToRead(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}
