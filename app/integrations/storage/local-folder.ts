import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { toFolderError } from './folder-failures.ts'
import { filesBelow } from './folder-listing.ts'
import { enterFolder, makeFolder, statOf } from './folder-steps.ts'
import type { Store } from './store.ts'
import { readWhole, syncFolder, unfinishedName, writeWhole } from './whole-file.ts'

/**
 * Files in a folder, a key's parts being its path, for its owner alone. Each step of a path has to be a real folder and
 * the file a real file, so that no link leads out of it. Content types are not kept. Folders that were emptied stay:
 * taking one away could pull it from under another's `put`.
 */
export function createFolderStore(root: string, maxBytes: number): Store {
  return {
    put: (key, bytes) =>
      toFolderError(async () => {
        const { folders, name } = partsOf(key)
        const folder = await makeFolder(root, folders)
        // Every writer has a file of its own, so that the last to finish leaves a whole one.
        const unfinished = join(folder, unfinishedName())
        try {
          await writeWhole(unfinished, bytes)
          await rename(unfinished, join(folder, name))
        } catch (error) {
          await rm(unfinished, { force: true })
          throw error
        }
        await syncFolder(folder)
      }),

    get: (key) =>
      toFolderError(async () => {
        const { folders, name } = partsOf(key)
        const folder = await enterFolder(root, folders)
        return folder === null ? null : readWhole(join(folder, name), maxBytes)
      }),

    delete: (key) =>
      toFolderError(async () => {
        const { folders, name } = partsOf(key)
        const folder = await enterFolder(root, folders)
        if (folder === null) return
        const file = join(folder, name)
        const stat = await statOf(file)
        // Unlinked, a link is gone and what it leads to stays. Another may have been quicker.
        if (stat && !stat.isDirectory()) await rm(file, { force: true })
      }),

    listOlderThan: (prefix, before, most) =>
      toFolderError(async () => {
        const keys: string[] = []
        const folder = await enterFolder(root, prefix.split('/').slice(0, -1))
        if (folder === null || most <= 0) return keys
        for await (const { key, modified } of filesBelow(folder, prefix)) {
          if (modified < before && keys.push(key) >= most) break
        }
        return keys
      }),
  }
}

function partsOf(key: string): { folders: string[]; name: string } {
  const parts = key.split('/')
  return { folders: parts.slice(0, -1), name: parts.at(-1) ?? '' }
}
