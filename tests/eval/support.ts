import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { createChecker } from '#app/features/support/checker.ts'
import { languageFor } from '#app/features/support/languages/registry.ts'
import type { Support } from '#app/features/support/verdict.ts'
import { AppError } from '#app/platform/errors.ts'

const sourceSchema = z.object({
  id: z.string(),
  source: z.string(),
  cases: z.array(z.object({ kind: z.string(), text: z.string(), from: z.string().optional() })),
})
type Source = z.infer<typeof sourceSchema>
type Tally = { flagged: number; all: number }

const fine = new Set(['verbatim', 'paraphrase', 'opinion'])
const isFlagged = ({ verdict }: Support) => verdict === 'partly' || verdict === 'unsupported'
const own = new URL('support/', import.meta.url).pathname

/** `npm run -s eval -- support [DIR] [--wrong KIND,KIND]`: what is flagged of labelled tweets, by language and kind. */
export async function run(args: string[]): Promise<void> {
  const wanted = args.indexOf('--wrong')
  const shown = wanted < 0 ? null : new Set((args[wanted + 1] ?? '').split(',').filter(Boolean))
  const [dir = own] = args.filter((_, at) => wanted < 0 || (at !== wanted && at !== wanted + 1))
  const files = readdirSync(dir)
    .filter((name) => name.endsWith('.json'))
    .sort()
  if (files.length === 0) throw new AppError('no-corpus', `There is no corpus in ${dir}.`)
  const tables = new Map<string, Map<string, Tally>>()
  for (const file of files) {
    const language = basename(file, '.json')
    const sources = z.array(sourceSchema).parse(JSON.parse(readFileSync(join(dir, file), 'utf8')))
    tables.set(language, await tallyOf(sources, language, shown))
  }
  print(tables)
}

async function tallyOf(sources: readonly Source[], language: string, shown: Set<string> | null) {
  const tallies = new Map<string, Tally>()
  for (const { id, source, cases } of sources) {
    const check = createChecker({ text: source }, await languageFor(language))
    for (const { kind, text } of cases) {
      const support = check({ text })
      const tally = tallies.get(kind) ?? { flagged: 0, all: 0 }
      tally.all += 1
      if (isFlagged(support)) tally.flagged += 1
      tallies.set(kind, tally)
      if (shown && (shown.size === 0 || shown.has(kind)) && isFlagged(support) === fine.has(kind))
        console.info(`${id} ${kind} ${support.verdict}: ${text}\n${explained(support, text)}`)
    }
  }
  return tallies
}

function explained({ reasons }: Support, text: string): string {
  return reasons
    .map(
      ({ code, at, found }) =>
        `    ${code} "${text.slice(at.start, at.end)}"${found ? ` <- "${found}"` : ''}`,
    )
    .join('\n')
}

function print(tables: ReadonlyMap<string, ReadonlyMap<string, Tally>>): void {
  const kinds = [...new Set([...tables.values()].flatMap((tallies) => [...tallies.keys()]))]
  const languages = [...tables.keys()]
  const line = (name: string, cells: string[]) =>
    console.info([name.padEnd(18), ...cells.map((cell) => cell.padStart(14))].join(''))
  line('flagged', languages)
  for (const kind of kinds)
    line(
      kind,
      languages.map((language) => share(tables.get(language)?.get(kind))),
    )
  console.info('')
  const total = (language: string, isFine: boolean) =>
    [...(tables.get(language) ?? [])]
      .filter(([kind]) => fine.has(kind) === isFine)
      .reduce((sum, [, { flagged, all }]) => ({ flagged: sum.flagged + flagged, all: sum.all + all }), {
        flagged: 0,
        all: 0,
      })
  line(
    'flawed (>= 90 %)',
    languages.map((language) => share(total(language, false))),
  )
  line(
    'fine (<= 5 %)',
    languages.map((language) => share(total(language, true))),
  )
}

function share(tally: Tally | undefined): string {
  if (!tally || tally.all === 0) return '-'
  return `${Math.round((tally.flagged / tally.all) * 1000) / 10} % of ${tally.all}`
}
