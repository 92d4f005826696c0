import type { Stats } from 'node:fs'
import { lstat, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { folderUnusable } from './failures.ts'
import { codeOf } from './folder-failures.ts'
import { syncFolder } from './whole-file.ts'

/** Walks down from the root; null where a step isn't there. A link on the way is a fault, wherever it leads. */
export async function enterFolder(root: string, names: string[]): Promise<string | null> {
  let path = root
  for (const name of names) {
    path = join(path, name)
    const stat = await statOf(path)
    if (stat?.isSymbolicLink()) throw folderUnusable('a link in it', new Error(`${path} is a link`))
    if (!stat?.isDirectory()) return null
  }
  return path
}

/** Walks down from the root and makes what is missing, step by step: making all at once would go through links. */
export async function makeFolder(root: string, names: string[]): Promise<string> {
  await mkdir(root, { recursive: true, mode: 0o700 })
  let path = root
  for (const name of names) {
    path = join(path, name)
    await makeStep(path)
    if ((await enterFolder(dirname(path), [name])) === null)
      throw folderUnusable('a file in its way', new Error(`${path} is no folder`))
  }
  return path
}

async function makeStep(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 })
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    throw error
  }
  await syncFolder(dirname(path))
}

/** What lies at a path, links themselves rather than what they lead to; null where nothing does. */
export async function statOf(path: string): Promise<Stats | null> {
  try {
    return await lstat(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}
