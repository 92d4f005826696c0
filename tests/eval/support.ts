import { createChecker } from '#app/features/support/checker.ts'
import { languageFor } from '#app/features/support/languages/registry.ts'
import type { Support } from '#app/features/support/verdict.ts'
import { corpusIn, isFlagged, type LabelledSource } from './corpus.ts'
import { count, printFlagged, type Tally } from './flagged-table.ts'
import { type IsShown, wrongKinds } from './wrong-kinds.ts'

const fine = new Set(['verbatim', 'paraphrase', 'opinion'])
const own = new URL('support/', import.meta.url).pathname

/** `npm run -s eval -- support [DIR] [--wrong KIND,KIND]`: what is flagged of labelled tweets, by language and kind. */
export async function run(args: string[]): Promise<void> {
  const {
    isShown,
    rest: [dir = own],
  } = wrongKinds(args)
  const tables = new Map<string, Map<string, Tally>>()
  for (const [language, sources] of corpusIn(dir))
    tables.set(language, await tallyOf(sources, language, isShown))
  printFlagged(tables, fine)
}

async function tallyOf(sources: readonly LabelledSource[], language: string, isShown: IsShown) {
  const tallies = new Map<string, Tally>()
  for (const { id, source, cases } of sources) {
    const check = createChecker({ text: source }, await languageFor(language))
    for (const { kind, text } of cases) {
      const support = check({ text })
      count(tallies, kind, isFlagged(support))
      if (isShown(kind) && isFlagged(support) === fine.has(kind))
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
