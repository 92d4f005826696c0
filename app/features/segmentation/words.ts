import type { Range } from './sentences.ts'

// Scripts written without spaces between words; these need the platform's dictionaries.
const unspacedScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** What a character is to a word; most texts have few, so that each is only asked about once. */
const kinds = { other: 1, letter: 2, mark: 3, joint: 4, unspaced: 5 } as const
const kindOfUnit = new Uint8Array(0x1_0000)

function kindOf(character: string): number {
  if (unspacedScript.test(character)) return kinds.unspaced
  if (/[\p{L}\p{N}]/u.test(character)) return kinds.letter
  if (/\p{M}/u.test(character)) return kinds.mark
  return /['’.·_-]/u.test(character) ? kinds.joint : kinds.other
}

/** The kind of the character that begins at `at`; `other` past the end. */
function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit >= 0xd800 && unit <= 0xdbff) return kindOf(String.fromCodePoint(text.codePointAt(at) ?? 0))
  if (Number.isNaN(unit)) return kinds.other
  const known = kindOfUnit[unit] ?? 0
  if (known > 0) return known
  const kind = kindOf(String.fromCharCode(unit))
  kindOfUnit[unit] = kind
  return kind
}

const lengthAt = (text: string, at: number) => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)

/**
 * Ranges of the words of a text in a script that spaces them: a letter or digit, and those, their marks, and joints
 * between two of them. Null where the text has a character of another script.
 */
function spacedWords(text: string): Range[] | null {
  const ranges: Range[] = []
  let start = -1
  for (let at = 0; at < text.length; at += lengthAt(text, at)) {
    const kind = kindAt(text, at)
    if (kind === kinds.unspaced) return null
    if (kind === kinds.letter) {
      if (start < 0) start = at
    } else if (start >= 0) {
      if (kind === kinds.mark) continue
      const next = kind === kinds.joint ? kindAt(text, at + 1) : kinds.other
      if (next === kinds.letter || next === kinds.unspaced) continue
      ranges.push({ start, end: at })
      start = -1
    }
  }
  if (start >= 0) ranges.push({ start, end: text.length })
  return ranges
}

const segmenters = new Map<string, Intl.Segmenter>()

/** Ranges of the words of a text: letters and digits, with the marks and joints inside them ("don't", "3.14", "e-mail"). */
export function words(text: string, language = 'en'): Range[] {
  const spaced = spacedWords(text)
  if (spaced) return spaced
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
  const spaced = spacedWords(text)
  if (spaced) return spaced.length
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
