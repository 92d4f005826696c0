import { countedLength } from '#app/features/counting/count.ts'
import type { Network } from '#app/features/counting/networks.ts'
import type { GenerationOptions } from '../options.ts'
import type { Run } from './runs.ts'
import type { Unit } from './unit.ts'

/**
 * What stands under the thread's last words: call to action, link and hashtags, each a paragraph, in as few tweets as they
 * need; the first of these may go under a sentence, the call to action is always in the last. A link that no tweet of the
 * network can hold is left out.
 */
export function closingGroups(lines: ClosingLines, network: Network, room: number): string[] {
  const { callToAction, link, hashtags } = lines
  const fits = (text: string) => text !== '' && countedLength(text, network) <= room
  const together = paragraphs([callToAction, link, hashtags])
  if (together === '' || fits(together)) return together === '' ? [] : [together]
  const last = [paragraphs([callToAction, hashtags]), callToAction].find(fits)
  return [link, last ?? ''].filter(fits)
}

export type ClosingLines = { callToAction: string; link: string; hashtags: string }

export function closingLines(
  url: string | null,
  { callToAction }: Pick<GenerationOptions, 'callToAction'>,
  hashtags: readonly string[],
): ClosingLines {
  const link = url && !callToAction.includes(url) ? url : ''
  return { callToAction, link, hashtags: hashtags.join(' ') }
}

function paragraphs(lines: readonly string[]): string {
  return lines.filter((line) => line !== '').join('\n\n')
}

/** How much a group of closing lines takes under a sentence, with the blank line between; counted as the network does. */
export function closingReserve(group: string | undefined, network: Network): number {
  return group === undefined ? 0 : countedLength(`\n\n${group}`, network)
}

const concludingHeadings = new Set(
  'conclus summary takeawa fazit resumen zusamme final wrappin epilogu まとめ 总结 结论'.split(' '),
)

function isConclusion(unit: Unit | undefined): boolean {
  return unit !== undefined && [...unit.headingTerms].some((term) => concludingHeadings.has(term))
}

function opensSection(units: readonly Unit[], index: number): boolean {
  return units[index - 1]?.section !== units[index]?.section
}

// What a page says of itself at its end: who paid, where to buy, when it appears. It ends no thread well.
const housekeeping =
  /\b(?:(?:was|is|were|are) (?:funded|financed|supported|sponsored|published|distributed|edited|translated) by|(?:is|are) (?:published|available|on sale|out now)\b|for more (?:information|details)|contact us|press contact|let us know|stay tuned|help is welcome|(?:many|special|our) thanks to|please (?:file|report|reach|get in)|costs? (?:about |around |just |only )?[$€£¥]?\d|kostet\b|(?:gefördert|finanziert) (?:von|durch|wird|wurde)|erscheint (?:am|im|bei)|ist (?:ab|bei|im) .{0,30}(?:erhältlich|verfügbar)|est (?:publié|disponible|financé)|(?:está|fue|ha sido) (?:financiad|publicad|disponible))/iu

/** Runs as they suit the end of a thread: best from the piece's own ending, not a quotation or a side fact left hanging. */
export function closingRuns(runs: readonly Run[], units: readonly Unit[]): Run[] {
  const last = units.findLast(({ inItem, text }) => !inItem && !housekeeping.test(text)) ?? units.at(-1)
  // A work of reference just stops, and what stands below a conclusion is its notes.
  const ends = last !== undefined && !last.deep && !units.some((unit) => isConclusion(unit))
  return runs.map((run) => {
    const at = run.last / Math.max(1, units.length - 1)
    const opener = units[run.first]
    const ending = units[run.last]
    const concludes =
      /^(?:in short|in summary|in conclusion|to sum up|overall|ultimately|the takeaway|enfin|en resumen|fazit|kurz)/iu.test(
        opener?.text ?? '',
      )
    let value = run.value + (at > 0.8 ? 0.2 : at > 0.6 ? 0.05 : -0.2) + (concludes ? 0.15 : 0)
    if (ends && ending?.block === last.block && (opener?.vague ?? 0) < 0.2)
      value += ending === last ? 0.25 : 0.1
    if (at > 0.6 && opensSection(units, run.first) && isConclusion(opener)) value += 0.35
    if (opener?.quoteOnly) value -= 0.1
    if (housekeeping.test(ending?.text ?? '')) value -= 0.4
    else if (ending?.kind === 'item') value -= 0.3
    return { ...run, value }
  })
}
