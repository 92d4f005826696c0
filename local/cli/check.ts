import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { createChecker } from '#app/features/support/checker.ts'
import { languageFor } from '#app/features/support/languages/registry.ts'
import { reasonSentence } from '#app/features/support/reason-sentence.ts'
import type { Support } from '#app/features/support/verdict.ts'
import { badInput, parse } from './arguments.ts'
import { readSourceArgument } from './source-argument.ts'
import { print } from './standard-input.ts'

const threadSchema = z.array(z.string())

/** Prints what in a source backs each tweet of a thread, whatever comes out. Needs no database and no model. */
export async function check(args: string[]): Promise<void> {
  const { values, positionals } = parse(args, {
    source: { type: 'string' },
    thread: { type: 'string' },
    json: { type: 'boolean' },
  })
  if (positionals.length > 0)
    throw badInput(`Give --source FILE and --thread FILE.json, not “${positionals[0]}”.`)
  if (!values.source) throw badInput('Give the source: --source FILE.')
  if (!values.thread) throw badInput('Give the thread, a JSON array of strings: --thread FILE.json.')
  const thread = readThread(values.thread)
  const source = await readSourceArgument(values.source)
  if (source.origin === 'url') throw badInput('--source takes a file: save the page, and give its path.')
  const { text, language } = source.snapshot
  const checkTweet = createChecker({ text }, await languageFor(language))
  const results = thread.map((tweet) => checkTweet({ text: tweet }))
  await print(values.json ? asJson(results, text) : asText(results, thread))
}

function readThread(path: string): string[] {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error
    throw badInput(
      isMissing
        ? `The thread ${path} can't be read.`
        : `${path} is not JSON: it has to be an array of strings.`,
    )
  }
  const parsed = threadSchema.safeParse(value)
  if (!parsed.success) throw badInput(`${path} has to be a JSON array of strings, one a tweet.`)
  return parsed.data
}

function asJson(results: readonly Support[], text: string): string {
  const shown = results.map(({ verdict, reasons, spans }, index) => ({
    position: index + 1,
    verdict,
    reasons: reasons.map(({ code, at, found }) => ({ code, ...at, found })),
    support: spans.map(({ start, end }) => ({ start, end, quote: text.slice(start, end) })),
  }))
  return `${JSON.stringify(shown)}\n`
}

function asText(results: readonly Support[], thread: readonly string[]): string {
  return results
    .map(({ verdict, reasons }, index) => {
      const tweet = thread[index] ?? ''
      const why = reasons.map((reason) => `\n   ${reasonSentence(reason, tweet)}`)
      return `${index + 1}. ${verdict}: ${tweet}${why.join('')}\n`
    })
    .join('')
}
