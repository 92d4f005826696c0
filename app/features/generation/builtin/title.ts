import type { Range } from '#app/features/segmentation/sentences.ts'
import type { WriterInput } from '../writer.ts'
import { terms } from './terms.ts'
import type { Unit } from './unit.ts'

/** A title fit to be read in a tweet, and the passages of the text that say the same. */
export type Title = { text: string; spans: Range[] }

const numerals = new Map(
  'one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, index) => [word, String(index + 1)]),
)
const longest = 110

/**
 * The source's title without its site's name; null where it says nothing or holds a name or number that the text itself
 * doesn't, since a tweet may say nothing that the source's text doesn't back.
 */
export function usableTitle(
  source: WriterInput['source'],
  units: readonly Unit[],
  language: string,
): Title | null {
  const text = bareTitle(source)
  const words = terms(text, language)
  if (words.length < 2 || text.length > longest) return null
  const heading = source.blocks.find(
    (block) => block.kind === 'heading' && same(source.text.slice(block.start, block.end), text),
  )
  if (heading) return { text, spans: [{ start: heading.start, end: heading.end }] }
  const missing = new Set(words)
  const spans: Range[] = []
  for (const unit of units.slice(0, 60)) {
    const shared = unit.terms.filter((term) => missing.has(term))
    const counted = Array.from(
      unit.text.toLowerCase().matchAll(/\p{L}+/gu),
      ([word]) => numerals.get(word) ?? '',
    )
    for (const number of counted) if (missing.has(number)) shared.push(number)
    if (shared.length === 0) continue
    for (const term of shared) missing.delete(term)
    spans.push(unit.range)
    if (missing.size === 0) break
  }
  for (const term of missing) {
    const at = term.length > 3 ? source.text.toLowerCase().indexOf(term) : -1
    const block = at < 0 ? undefined : source.blocks.find(({ start, end }) => start <= at && at < end)
    if (!block) continue
    missing.delete(term)
    spans.push({ start: block.start, end: block.end })
  }
  const backed =
    missing.size === 0 ||
    (missing.size <= words.length / 4 && ![...missing].some((term) => marked(text, term)))
  return backed && spans.length <= 6 ? { text, spans } : null
}

/** "Mozilla - Wikipedia" → "Mozilla"; what a site adds to its titles stands behind a mark, or is its name. */
export function bareTitle({ title, siteName }: Pick<WriterInput['source'], 'title' | 'siteName'>): string {
  let text = (title ?? '').replace(/\s+/gu, ' ').trim()
  if (siteName) {
    const site = siteName.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
    text = text.replace(new RegExp(`^${site}\\s*[-–—|·:»]\\s+|\\s*[-–—|·:«]\\s*${site}$`, 'iu'), '')
  }
  text = text.replace(/\s+[|·»«]\s+[^|·»«]{1,40}$/u, '').replace(/\s*[[＜][^\]＞]{1,40}[\]＞]$/u, '')
  return text.replace(/\s+[-–—]\s+(?:Wikipedia|[\p{L}\d]+\.(?:com|org|net|de|fr|es|io))$/u, '').trim()
}

function same(one: string, other: string): boolean {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return letters(one) === letters(other)
}

/** Whether the words of a title that fold to `term` are a name or a number. */
function marked(title: string, term: string): boolean {
  if (/\d/u.test(term)) return true
  const words = title.split(/[^\p{L}\p{N}'’]+/u).slice(1)
  return words.some((word) => /^\p{Lu}/u.test(word) && word.toLowerCase().startsWith(term.slice(0, 5)))
}
