import { isHit, type SearchTerm } from './search-query.ts'
import { searchWords } from './search-words.ts'

export type SnippetPart = { text: string; isHit: boolean }
export type Snippet = { in: 'tweet' | 'source'; parts: SnippetPart[] }

/** How much is shown of a text, and how much of that before the first hit; in characters. */
const shownLength = 220
const lead = 60
/** So far a source is looked through for the passage to show: no more than a few milliseconds' work. */
const mostRead = 50_000

/** A text with its hits marked, in parts. Hits that touch, as pairs of characters do, are one. */
export function marked(text: string, terms: readonly SearchTerm[]): SnippetPart[] {
  const parts: SnippetPart[] = []
  let end = 0
  const add = (to: number, isMarked: boolean) => {
    const last = parts.at(-1)
    if (to <= end) return
    if (last?.isHit === isMarked) last.text += text.slice(end, to)
    else parts.push({ text: text.slice(end, to), isHit: isMarked })
    end = to
  }
  for (const word of searchWords(text)) {
    if (!isHit(word.word, terms)) continue
    add(word.start, false)
    add(word.end, true)
  }
  add(text.length, false)
  return parts
}

/** The passage of a text around its first hit, its hits marked; null where there is none. */
export function passageOf(text: string, terms: readonly SearchTerm[]): SnippetPart[] | null {
  const read = text.slice(0, mostRead)
  const hit = searchWords(read).find(({ word }) => isHit(word, terms))
  if (!hit) return null
  const start = hit.start <= lead ? 0 : afterSpace(read, hit.start - lead, hit.start)
  const end = Math.min(read.length, start + shownLength)
  const passage = read.slice(start, end).replaceAll(/\s+/gu, ' ').trim()
  const parts = marked(passage, terms)
  const before = start > 0 ? [{ text: '… ', isHit: false }] : []
  const after = end < text.length ? [{ text: ' …', isHit: false }] : []
  return [...before, ...parts, ...after]
}

/** Where a word begins, between two places; the first of them where none does. Never inside a pair of surrogates. */
function afterSpace(text: string, from: number, to: number): number {
  const space = text.slice(from, to).search(/\s/u)
  if (space >= 0) return from + space + 1
  return /[\uDC00-\uDFFF]/.test(text.charAt(from)) ? from + 1 : from
}
