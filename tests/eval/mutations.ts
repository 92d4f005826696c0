import { sentences } from '#app/features/segmentation/sentences.ts'
import { createChecker } from '#app/features/support/checker.ts'
import { languageFor } from '#app/features/support/languages/registry.ts'
import { corpusIn, isFlagged } from './corpus.ts'
import { count, printFlagged, type Tally } from './flagged-table.ts'
import type { Mutators } from './mutations/language-mutators.ts'
import { dressed, mutated, mutators } from './mutations/mutators.ts'
import { type IsShown, wrongKinds } from './wrong-kinds.ts'

const corpora = ['support', 'unseen', 'blind'] as const
type Corpus = (typeof corpora)[number]
export const fairForms: ReadonlySet<string> = new Set(['verbatim', 'dressed'])
const longestTweet = 270

/**
 * `npm run -s eval -- mutations [--wrong KIND,KIND]`: what is flagged of the sentences of all sources word for word, dressed as in a
 * thread, changed in one place, and held to another source.
 */
export async function run(args: string[]): Promise<void> {
  const { isShown } = wrongKinds(args)
  const tables = new Map<string, Map<string, Tally>>()
  for (const tag of Object.keys(mutators)) tables.set(tag, await tallyMutations(tag, corpora, isShown))
  printFlagged(tables, fairForms)
}

/** What is flagged of the sentences of a language's sources, by what was made of them; what is wrong of the kinds that `isShown` names is printed. */
export async function tallyMutations(
  tag: string,
  from: readonly Corpus[],
  isShown: IsShown = () => false,
): Promise<Map<string, Tally>> {
  const own = mutators[tag]
  const dirs = from.map((name) => new URL(`${name}/`, import.meta.url).pathname)
  const texts = dirs.flatMap((dir) => corpusIn(dir).get(tag) ?? []).map(({ source }) => source)
  return own ? tallyOf(texts, tag, own, isShown) : new Map()
}

async function tallyOf(texts: readonly string[], tag: string, own: Mutators, isShown: IsShown) {
  const language = await languageFor(tag)
  const tallies = new Map<string, Tally>()
  const told = texts.map((text) => toldIn(text, tag, own))
  for (const [index, text] of texts.entries()) {
    const check = createChecker({ text }, language)
    const names = [...new Set(Array.from(text.matchAll(own.names), ([name]) => name))]
    const others = told[(index + 1) % told.length] ?? []
    for (const [at, sentence] of (told[index] ?? []).entries()) {
      const elsewhere = others[at]
      const made = [
        { kind: 'verbatim', text: sentence },
        ...dressed(sentence, own),
        ...mutated(sentence, tag, names),
        ...(elsewhere ? [{ kind: 'another source', text: elsewhere }] : []),
      ]
      for (const each of made) {
        const isDoubted = isFlagged(check({ text: each.text }))
        count(tallies, each.kind, isDoubted)
        if (isShown(each.kind) && isDoubted === fairForms.has(each.kind))
          console.info(`${tag} ${each.kind}: ${each.text}`)
      }
    }
  }
  return tallies
}

/** What a source tells in sentences of its own: no questions, and none that begins or ends within a quotation. */
function toldIn(text: string, tag: string, { leastLength }: Mutators): string[] {
  return sentences(text, tag)
    .map(({ start, end }) => text.slice(start, end).trim())
    .filter(
      (sentence) =>
        sentence.length >= leastLength &&
        sentence.length <= longestTweet &&
        /[.。]$/u.test(sentence) &&
        !/[?？"“”„«»「」—]/u.test(sentence),
    )
}
