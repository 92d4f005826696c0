import { doubtSentence } from '#app/features/sources/doubt-sentence.ts'
import type { Snapshot } from '#app/features/sources/snapshot.ts'
import { badInput, onlyPositional, parse } from './arguments.ts'
import { commandEnv } from './command-env.ts'
import { readSourceArgument, snapshotIn } from './source-argument.ts'
import { print } from './standard-input.ts'

/** Prints what Threadr reads of a source, however little or doubtful, as long as there is a word. Needs no database. */
export async function extract(args: string[]): Promise<void> {
  const { values, positionals } = parse(args, { json: { type: 'boolean' } })
  const source = await readSourceArgument(onlyPositional(positionals, 'a SOURCE'))
  const snapshot = source.origin === 'url' ? await fetchSource(source.url) : source.snapshot
  if (snapshot.text.trim() === '') throw badInput('There is no text in that source.')
  const { title, byline, siteName, publishedAt, language, text, quality } = snapshot
  if (quality.doubt && !values.json) console.error(doubtSentence(quality.doubt))
  await print(
    values.json
      ? `${JSON.stringify({ title, byline, siteName, publishedAt, language, ...quality, text })}\n`
      : `${text}\n`,
  )
}

async function fetchSource(url: string): Promise<Snapshot> {
  const { readUrl } = await import('#app/features/sources/read-url.ts')
  const { createCommandReader } = await import('./command-reader.ts')
  const { createSafeFetch } = await import('#app/integrations/safe-fetch/safe-fetch.ts')
  const fetchPage = createSafeFetch(commandEnv())
  const reader = createCommandReader()
  try {
    return snapshotIn(await readUrl(url, { fetchPage, readDocument: reader.read, fewest: 1 }))
  } finally {
    await reader.close()
  }
}
