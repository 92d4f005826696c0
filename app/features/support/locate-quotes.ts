import type { Range } from '#app/features/segmentation/sentences.ts'
import { nearQuoteLocator } from './near-quote.ts'

/** Quotes shorter than this stand in nearly every text and prove nothing. */
const shortestQuote = 6

const replacements: Record<string, string> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201A': "'",
  '\u201B': "'",
  '\u2032': "'",
  '`': "'",
  '\u00B4': "'",
  '\u201C': '"',
  '\u201D': '"',
  '\u201E': '"',
  '\u201F': '"',
  '\u00AB': '"',
  '\u00BB': '"',
  '\u2033': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\u2026': '...',
  // Soft hyphen and zero-width marks are invisible, and lost when a text is copied by reading it.
  '\u00AD': '',
  '\u200B': '',
  '\u2060': '',
  '\uFEFF': '',
}

/** `at[i]` is where the i-th unit of `text` comes from; one entry more than units, for the end. */
type Normalised = { text: string; at: number[] }

/** Between the space and the end of ASCII all signs but the backtick stay, but for their case: most of many a text. */
const [space, backtick, afterAscii] = [0x20, 0x60, 0x7f]

/** White space as single spaces, quotes and dashes as their ASCII forms, lower case, invisible marks dropped. */
function normalise(original: string): Normalised {
  const parts: string[] = []
  const at: number[] = []
  let spaced = true
  for (let position = 0; position < original.length; position += 1) {
    const unit = original.charAt(position)
    const code = original.charCodeAt(position)
    if (code > space && code < afterAscii && code !== backtick) {
      parts.push(unit.toLowerCase())
      at.push(position)
      spaced = false
      continue
    }
    if (/\s/.test(unit)) {
      if (!spaced) {
        parts.push(' ')
        at.push(position)
      }
      spaced = true
      continue
    }
    const written = replacements[unit] ?? lowerUnit(unit)
    for (let index = 0; index < written.length; index += 1) {
      parts.push(written.charAt(index))
      at.push(position)
    }
    if (written !== '') spaced = false
  }
  at.push(original.length)
  return { text: parts.join(''), at }
}

/** Lower case where that keeps the length, so that offsets stay true. */
function lowerUnit(unit: string): string {
  const lower = unit.toLowerCase()
  return lower.length === unit.length ? lower : unit
}

/** Dots for what is left out, and what an editor puts in brackets: "[She] would rather … […]". */
const leftOut = {
  inside: /\s*(?:\[[^[\]]{0,40}\]|…|\.{3})\s*/u,
  ends: /^(?:\[[^[\]]{0,40}\]|\.{3}|…)\s*|\s*(?:\[[^[\]]{0,40}\]|\.{3}|…)$/gu,
}

/** The quote without the marks that a model puts around it to say that it is one. */
function unwrap(quote: string): string {
  return quote
    .trim()
    .replace(/^["'“„«‘]+|["'”»’]+$/gu, '')
    .replace(leftOut.ends, '')
    .trim()
}

function merge(ranges: Range[]): Range[] {
  const merged: Range[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1)
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else merged.push({ ...range })
  }
  return merged
}

/**
 * A finder of quotes in one text. It gives the passages that were found, as exact UTF-16 offsets into that text, in
 * order and without overlaps: first looked for as they are, then with white space, quotes, dashes and case normalised. A
 * quote with "…" or brackets in its middle is found where all its parts are, in this order. With `near`, a quote of ten words or more
 * is also found where one word in ten is another. What isn't found gives no passage.
 */
export function quoteLocator(
  text: string,
  { near = false }: { near?: boolean } = {},
): (quotes: string[]) => Range[] {
  let lazily: Normalised | null = null
  const findNear = near ? nearQuoteLocator(text) : () => null

  const findNormalised = (quote: string, from: number): Range | null => {
    lazily ??= normalise(text)
    const wanted = normalise(quote).text.trimEnd()
    if (wanted.length < shortestQuote) return null
    const first = lazily.at.findIndex((position) => position >= from)
    const found = lazily.text.indexOf(wanted, Math.max(first, 0))
    if (found < 0) return null
    const start = lazily.at[found]
    const last = lazily.at[found + wanted.length - 1]
    return start === undefined || last === undefined ? null : { start, end: last + 1 }
  }

  const find = (quote: string, from = 0): Range | null => {
    if (quote.length < shortestQuote) return null
    const start = text.indexOf(quote, from)
    if (start >= 0) return { start, end: start + quote.length }
    return findNormalised(quote, from)
  }

  const findParts = (quote: string): Range[] => {
    const parts = quote.split(leftOut.inside).filter((part) => part.length > 0)
    if (parts.length < 2) return []
    const ranges: Range[] = []
    for (const part of parts) {
      const range = find(part, ranges.at(-1)?.end ?? 0)
      if (!range) return []
      ranges.push(range)
    }
    return ranges
  }

  return (quotes) =>
    merge(
      quotes.flatMap((quote) => {
        const wanted = quote.trim()
        const range = find(wanted) ?? find(unwrap(wanted))
        if (range) return [range]
        const parts = findParts(unwrap(wanted))
        const like = parts.length > 0 ? null : findNear(unwrap(wanted))
        return like ? [like] : parts
      }),
    )
}
