import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { countWords } from '#app/features/segmentation/count-words.ts'
import { readHtml } from '#app/features/sources/read-html.ts'
import { AppError } from '#app/platform/errors.ts'
import { type Agreement, agreementOf, details } from './agreement.ts'
import { compareCpu, median } from './cpu-ratio.ts'
import { type SavedPage, savedPages } from './saved-pages.ts'
import { tokenF1 } from './token-f1.ts'

type Result = {
  score: number
  words: number
  ms: number
  ratio: number
  /** What Readability alone takes. */
  aloneMs: number
  agreement: Agreement
  /** Of our text and Readability's: with each other, and each with the expected one. */
  same: number
  ours: number | null
  theirs: number | null
}

/**
 * Reads every saved page of a folder, and prints what was found beside what is expected and what Readability alone
 * finds. `--pairs N` sets how often the two are run in turn to compare their CPU time (9 without it, 0 for not at all).
 */
export async function run(args: string[]): Promise<void> {
  const pairsAt = args.indexOf('--pairs')
  const pairs = pairsAt === -1 ? 9 : Number(args[pairsAt + 1])
  const folder = args.find((word, at) => !word.startsWith('--') && (pairsAt === -1 || at !== pairsAt + 1))
  const pages = await savedPages(folder)
  const results: Result[] = []
  console.info(row('page', 'doubt', header))
  for (const page of pages) {
    try {
      const { result, doubt } = resultOf(page, pairs)
      results.push(result)
      console.info(row(page.name, doubt ?? '-', columns(result)))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      console.info(row(page.name, error.code, []))
    }
  }
  console.info('')
  console.info(row(`means of ${results.length}`, '', header))
  console.info(row('', '', means(results)))
  if (pairs > 0) console.info(`\n${cpuLine(results)}`)
}

function cpuLine(results: readonly Result[]): string {
  const total = (pick: (result: Result) => number) => results.reduce((sum, result) => sum + pick(result), 0)
  const middle = median(results.map(({ ratio }) => ratio)).toFixed(2)
  const whole = (total(({ ms }) => ms) / total(({ aloneMs }) => aloneMs)).toFixed(2)
  return `CPU of ours / Readability alone: ${middle} in the median of the pages, ${whole} over all of them (bar 1.3)`
}

function readabilityText(html: string): string {
  return new Readability(parseHTML(html).document).parse()?.textContent ?? ''
}

function resultOf({ html, expected, text, name }: SavedPage, pairs: number) {
  const url = expected?.url ?? null
  const ours = () => readHtml({ html, url })
  const snapshot = ours()
  const alone = readabilityText(html)
  const cpu = compareCpu(ours, () => readabilityText(html), { pairs })
  const result: Result = {
    score: snapshot.quality.score,
    words: countWords(snapshot.text),
    ms: cpu.ours,
    ratio: cpu.ratio,
    aloneMs: cpu.theirs,
    agreement: agreementOf(snapshot, expected),
    same: tokenF1(snapshot.text, alone),
    ours: text === null ? null : tokenF1(snapshot.text, text),
    theirs: text === null ? null : tokenF1(alone, text),
  }
  if (snapshot.text === '') console.info(`${name}: no text was found`)
  return { result, doubt: snapshot.quality.doubt }
}

const header = ['score', 'words', 'ms', 'CPU', ...details, 'F1 alone', 'F1 ours', 'F1 theirs']
const share = (value: number | null) => (value === null ? '-' : value.toFixed(3))

function columns({ score, words, ms, ratio, agreement, same, ours, theirs }: Result): string[] {
  return [
    String(score),
    String(words),
    ms.toFixed(0),
    ratio.toFixed(2),
    ...details.map((detail) => ({ true: 'yes', false: 'NO', null: '-' })[String(agreement[detail])] ?? '-'),
    share(same),
    share(ours),
    share(theirs),
  ]
}

function means(results: readonly Result[]): string[] {
  const mean = (values: readonly (number | null)[]) => {
    const known = values.filter((value) => value !== null)
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
  }
  const agreeing = (detail: keyof Agreement) => {
    const known = results.map(({ agreement }) => agreement[detail]).filter((value) => value !== null)
    return known.length === 0 ? '-' : `${known.filter(Boolean).length}/${known.length}`
  }
  const whole = (pick: (result: Result) => number) => (mean(results.map(pick)) ?? 0).toFixed(0)
  return [
    whole(({ score }) => score),
    whole(({ words }) => words),
    whole(({ ms }) => ms),
    (mean(results.map(({ ratio }) => ratio)) ?? 0).toFixed(2),
    ...details.map(agreeing),
    share(mean(results.map(({ same }) => same))),
    share(mean(results.map(({ ours }) => ours))),
    share(mean(results.map(({ theirs }) => theirs))),
  ]
}

function row(page: string, doubt: string, cells: string[]): string {
  const widths = [7, 8, 6, 6, 7, 8, 10, 6, 6, 10, 9, 11]
  return [
    page.slice(0, 24).padEnd(25),
    doubt.padEnd(17),
    ...cells.map((cell, at) => cell.padStart(widths[at] ?? 8)),
  ].join('')
}
