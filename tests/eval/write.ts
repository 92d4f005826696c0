import type { Network } from '#app/features/counting/networks.ts'
import { createBuiltinWriter } from '#app/features/generation/builtin/builtin-writer.ts'
import { generationOptionsSchema } from '#app/features/generation/options.ts'
import type { WrittenTweet } from '#app/features/generation/writer.ts'
import type { Snapshot } from '#app/features/sources/snapshot.ts'
import { AppError } from '#app/platform/errors.ts'
import { leadThread, textRankThread } from './baseline-writers.ts'
import { readPages } from './read-pages.ts'
import { type Measures, measureThread } from './thread-measures.ts'

const network: Network = 'x'
const writers = ['ours', 'lead-N', 'textrank'] as const

/**
 * Writes a thread of every page in a folder with the built-in writer, with the first sentences, and with TextRank, and
 * prints what can be measured of each. How a thread reads is not among it: `--show` prints ours in full.
 */
export async function run(args: string[]): Promise<void> {
  const folder = args.find((word) => !word.startsWith('--'))
  const pages = await readPages(folder)
  const results: Record<(typeof writers)[number], Measures[]> = { ours: [], 'lead-N': [], textrank: [] }
  console.info(row('page', 'writer', header))
  for (const { name, source } of pages) {
    try {
      await writeOurs(source)
      const [ours, ourTime] = await timed(() => writeOurs(source))
      const [lead, leadTime] = await timed(() => leadThread(source, ours.length, network))
      const [ranked, rankedTime] = await timed(() => textRankThread(source, ours.length, network))
      results.ours.push(measureThread(source, ours, ourTime))
      results['lead-N'].push(measureThread(source, lead, leadTime))
      results.textrank.push(measureThread(source, ranked, rankedTime))
      for (const writer of writers) console.info(row(name, writer, columns(results[writer].at(-1))))
      if (args.includes('--show')) console.info(`\n${ours.map(({ text }) => text).join('\n\n---\n\n')}\n`)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      console.info(`${name}: ${error.message}`)
    }
  }
  console.info('')
  console.info(row(`mean of ${results.ours.length}`, 'writer', header))
  for (const writer of writers) console.info(row('', writer, columns(mean(results[writer]))))
}

async function writeOurs(source: Snapshot): Promise<WrittenTweet[]> {
  const options = generationOptionsSchema.parse({})
  const input = { source, options, network, signal: new AbortController().signal }
  const tweets: WrittenTweet[] = []
  for await (const event of createBuiltinWriter().write(input))
    if (event.type === 'tweet') tweets.push(event.tweet)
  return tweets
}

async function timed<Value>(work: () => Value | Promise<Value>): Promise<[Value, number]> {
  const start = performance.now()
  const value = await work()
  return [value, performance.now() - start]
}

const header = ['tweets', 'lead %', 'dangling', 'thirds', 'redund.', 'names %', 'ms']

function columns(measures: Measures | undefined): string[] {
  if (!measures) return []
  const { tweets, lead, dangling, thirds, redundancy, names, milliseconds } = measures
  const short = (value: number) => String(Math.round(value * 10) / 10)
  return [
    short(tweets),
    String(Math.round(lead * 100)),
    short(dangling),
    thirds.map(short).join('/'),
    redundancy.toFixed(2),
    String(Math.round(names * 100)),
    milliseconds.toFixed(0),
  ]
}

function row(page: string, writer: string, cells: string[]): string {
  return [page.slice(0, 26).padEnd(27), writer.padEnd(9), ...cells.map((cell) => cell.padStart(12))].join('')
}

function mean(all: readonly Measures[]): Measures {
  const of = (pick: (one: Measures) => number) =>
    all.reduce((sum, one) => sum + pick(one), 0) / Math.max(1, all.length)
  return {
    tweets: of(({ tweets }) => tweets),
    lead: of(({ lead }) => lead),
    dangling: of(({ dangling }) => dangling),
    thirds: [of(({ thirds }) => thirds[0]), of(({ thirds }) => thirds[1]), of(({ thirds }) => thirds[2])],
    redundancy: of(({ redundancy }) => redundancy),
    names: of(({ names }) => names),
    milliseconds: of(({ milliseconds }) => milliseconds),
  }
}
