import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { FeedItem, Reading } from '#app/features/sources/document.ts'
import type { ReadSource } from '#app/features/sources/keep-source.ts'
import type { Snapshot } from '#app/features/sources/snapshot.ts'
import { badInput } from './arguments.ts'
import { readStandardInput } from './standard-input.ts'

/** Reads what SOURCE names: a URL to be fetched, a file, or standard input for `-`. The local owner has no length limit. */
export async function readSourceArgument(
  source: string,
): Promise<{ origin: 'url'; url: string } | ReadSource> {
  if (source === '-')
    return { origin: 'text', snapshot: await read('standard input', await readStandardInput()) }
  const kind = statSync(source, { throwIfNoEntry: false })
  if (kind?.isDirectory()) throw badInput(`${source} is a folder: give a file, a URL or -.`)
  if (kind) {
    const fileName = basename(source)
    return { origin: 'file', fileName, snapshot: await read(fileName, readFileSync(source)) }
  }
  if (!/^[a-z][a-z0-9+.-]*:/i.test(source)) {
    throw badInput(
      `There is no file ${source}: give a path, a URL that begins with http:// or https://, or -.`,
    )
  }
  const { parseSourceInput } = await import('#app/features/sources/parse-input.ts')
  const input = parseSourceInput(source)
  if (input.kind === 'text') throw badInput(`“${source}” is neither a file nor a URL.`)
  return { origin: 'url', url: input.url }
}

/** Loaded only where there is something to read. */
async function read(name: string, bytes: Uint8Array) {
  const { readFileSource } = await import('#app/features/sources/read-file.ts')
  const { createCommandReader } = await import('./command-reader.ts')
  const reader = createCommandReader()
  try {
    return snapshotIn(await readFileSource({ name, bytes, maxBytes: Number.POSITIVE_INFINITY }, reader.read))
  } finally {
    await reader.close()
  }
}

/** A feed has no text of its own: its addresses are told, so that one can be chosen. */
export function snapshotIn(reading: Reading): Snapshot {
  if (reading.type === 'snapshot') return reading.snapshot
  throw isFeed(reading.feed.items)
}

export function isFeed(items: readonly FeedItem[]) {
  const addresses = items.map(({ url }) => url).join('\n')
  return badInput(`That is a feed. Give the address of one of its articles:\n${addresses}`)
}
