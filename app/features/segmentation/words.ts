import type { Range } from './sentences.ts'

// Scripts written without spaces between words; these need the platform's dictionaries.
const unspacedScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const spacedWord = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’.·_-](?=[\p{L}\p{N}]))*/gu

const segmenters = new Map<string, Intl.Segmenter>()

/** Ranges of the words of a text: letters and digits, with the marks and joints inside them ("don't", "3.14", "e-mail"). */
export function words(text: string, language = 'en'): Range[] {
  if (!unspacedScript.test(text)) {
    return Array.from(text.matchAll(spacedWord), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }))
  }
  const ranges: Range[] = []
  for (const part of segmenterOf(language).segment(text)) {
    if (part.isWordLike) ranges.push({ start: part.index, end: part.index + part.segment.length })
  }
  return ranges
}

/**
 * How much a text says, in words: counted where words are spaced, two characters for one where they aren't, so that
 * the same thresholds serve both.
 */
export function wordCount(text: string): number {
  if (!unspacedScript.test(text)) return text.match(spacedWord)?.length ?? 0
  const characters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  return Math.ceil(characters / 2)
}

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const made = new Intl.Segmenter(supported(language), { granularity: 'word' })
  segmenters.set(language, made)
  return made
}

/** A tag that came from a page may be no tag at all. */
function supported(language: string): string {
  try {
    return Intl.Segmenter.supportedLocalesOf(language)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
