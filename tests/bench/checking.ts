import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { createChecker } from '#app/features/support/checker.ts'
import { languageFor } from '#app/features/support/languages/registry.ts'
import { median } from '#tests/eval/cpu-ratio.ts'
import type { Figure } from './ratio.ts'

/** The first rounds are told apart: until its code is compiled a process takes several times as long. */
const rounds = { warmUp: 4, measured: 15 }
const words = 10_000
const tweetCount = 25
/** What the check of a whole thread may take of a processor, in milliseconds. */
const most = 100

const corpusSchema = z.array(z.object({ source: z.string(), cases: z.array(z.object({ text: z.string() })) }))

/** How much of a processor it takes to check a thread against a long source that has not been seen before. */
export async function checking(): Promise<Figure[]> {
  const corpus = corpusSchema.parse(
    JSON.parse(readFileSync(new URL('../eval/support/en.json', import.meta.url), 'utf8')),
  )
  const language = await languageFor('en')
  const tweets = corpus.flatMap(({ cases }) => cases.slice(0, 2)).slice(0, tweetCount)
  const took = Array.from({ length: rounds.warmUp + rounds.measured }, (_, round) => {
    const text = longText(
      corpus.map(({ source }) => source),
      round,
    )
    const before = process.cpuUsage()
    const check = createChecker({ text }, language)
    for (const tweet of tweets) check(tweet)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return [
    {
      name: `check of ${tweets.length} tweets against ${words} words, CPU / ${most} ms`,
      ratio: median(took.slice(rounds.warmUp)) / most,
      bar: { atMost: 1 },
    },
    { name: `the first of them in a new process, CPU / ${most} ms`, ratio: (took[0] ?? 0) / most, bar: null },
  ]
}

/** Articles one after the other, each time begun with another one. */
function longText(sources: readonly string[], from: number): string {
  const parts: string[] = []
  for (let at = from, count = 0; count < words; at += 1) {
    const source = sources[at % sources.length] ?? ''
    parts.push(source.replaceAll(/\d/g, (digit) => String((Number(digit) + at) % 10)))
    count += source.split(/\s+/).length
  }
  return parts.join('\n\n')
}
