import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { days } from '#app/platform/durations.ts'
import { codeOf } from './folder-failures.ts'
import { statOf } from './folder-steps.ts'
import { storageKeySchema } from './storage-key.ts'
import { isUnfinishedName } from './whole-file.ts'

/**
 * The stored files below a folder in the order of their keys, which is the order that S3 lists in; links are passed by.
 * Files whose writer died are cleared away here, a day later: nothing else comes by.
 */
export async function* filesBelow(
  folder: string,
  prefix: string,
): AsyncGenerator<{ key: string; modified: Date }> {
  for (const { name, isFolder } of await entriesOf(folder)) {
    const path = join(folder, name)
    if (isFolder) {
      yield* filesBelow(path, `${prefix}${name}/`)
      continue
    }
    const stat = await statOf(path)
    if (!stat?.isFile()) continue
    const key = `${prefix}${name}`
    if (storageKeySchema.safeParse(key).success) yield { key, modified: stat.mtime }
    else if (isUnfinishedName(name) && stat.mtimeMs < Date.now() - days(1)) await rm(path, { force: true })
  }
}

/** Sorted as keys are: a folder counts with the slash behind its name, which comes after `-` and `.`. */
async function entriesOf(folder: string): Promise<{ name: string; isFolder: boolean }[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
      .map((entry) => ({ ...entry, sortedBy: entry.isFolder ? `${entry.name}/` : entry.name }))
      .sort((a, b) => (a.sortedBy < b.sortedBy ? -1 : 1))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}
