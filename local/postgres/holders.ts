import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { identityOf } from '../processes.ts'

/** The process, and the folder by its inode, which a moved one keeps and a copied one doesn't. */
const noteOf = (folder: string, pid: number) => `${identityOf(pid)} in ${statSync(folderOf(folder)).ino}`

const folderOf = (folder: string) => join(folder, 'holders')

/** Notes that this process uses the server of a data folder. Gives the note's name. */
export function addHolder(folder: string): string {
  // One process may use it twice, each use with a note of its own.
  const name = `${process.pid}-${randomBytes(4).toString('hex')}`
  mkdirSync(folderOf(folder), { recursive: true })
  writeFileSync(join(folderOf(folder), name), noteOf(folder, process.pid))
  return name
}

export const removeHolder = (folder: string, name: string) =>
  rmSync(join(folderOf(folder), name), { force: true })

/** Whether anybody uses the server. Notes of processes that have died are removed. */
export function hasHolders(folder: string): boolean {
  const held = readdirSync(folderOf(folder)).filter((name) => {
    const holder = readFileSync(join(folderOf(folder), name), 'utf8')
    const lives = noteOf(folder, Number.parseInt(holder, 10)) === holder
    if (!lives) removeHolder(folder, name)
    return lives
  })
  return held.length > 0
}
