import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Submission } from '#app/features/generation/submit-thread.ts'
import { parseSourceInput } from '#app/features/sources/parse-input.ts'
import { readFileSource } from '#app/features/sources/read-file.ts'
import { badInput } from './arguments.ts'
import { readStandardInput } from './standard-input.ts'

/** Reads what SOURCE names: a URL to be fetched, a file, or standard input for `-`. The local owner has no length limit. */
export async function readSourceArgument(source: string): Promise<Submission> {
  if (source === '-') {
    return {
      origin: 'text',
      snapshot: await readFileSource({ name: 'standard input', bytes: await readStandardInput() }),
    }
  }
  const kind = statSync(source, { throwIfNoEntry: false })
  if (kind?.isDirectory()) throw badInput(`${source} is a folder: give a file, a URL or -.`)
  if (kind) {
    return {
      origin: 'file',
      snapshot: await readFileSource({ name: basename(source), bytes: readFileSync(source) }),
    }
  }
  if (!/^[a-z][a-z0-9+.-]*:/i.test(source)) {
    throw badInput(
      `There is no file ${source}: give a path, a URL that begins with http:// or https://, or -.`,
    )
  }
  const input = parseSourceInput(source)
  if (input.kind === 'text') throw badInput(`“${source}” is neither a file nor a URL.`)
  return { origin: 'url', url: input.url }
}
