import type { Range } from '#app/features/segmentation/sentences.ts'
import { words } from '#app/features/segmentation/words.ts'
import { type Language, unspaced, type WordSense } from './languages/language.ts'

export type Token = Range & {
  text: string
  lower: string
  sense: WordSense
  /** Senses of a phrase's single words, where the token is a phrase. */
  parts: readonly WordSense[]
  isFunction: boolean
  /** Written as names are: a capital inside a sentence, mixed case, or a capital that begins the sentence. */
  capital: 'none' | 'first' | 'inside' | 'mixed'
  /** Parts of a sentence between commas, dashes and words such as "but"; counted from 0. */
  clause: number
  /** What stands between the token before it and this one. */
  gap: string
}

const breaks = /[,;:()（）[\]、。，；：—–…|/]|\s-\s/u
const turns = new Set(
  'but while whereas although though because when if which who that until unless aber während obwohl weil wenn als sondern doch denn nachdem bevor dass pero mientras aunque porque cuando si sino que después antes'.split(
    ' ',
  ),
)
const possessive = /['’]s?$/u
const kana = /^[\p{Script=Hiragana}ー]+$/u

/** Ranges of the words of a text, hyphenated ones taken apart. */
function wordRanges(text: string, language: string): Range[] {
  const ranges: Range[] = []
  for (const { start, end } of words(text, language)) {
    let from = start
    for (let at = start; at <= end; at += 1) {
      const isBreak = at === end || /[-‐‑_]/u.test(text.charAt(at))
      if (!isBreak) continue
      if (at > from) ranges.push({ start: from, end: at })
      from = at + 1
    }
  }
  return ranges
}

function capitalOf(text: string, isFirst: boolean): Token['capital'] {
  if (/\p{Ll}\p{Lu}|^\p{Lu}[\p{Lu}\p{N}&.]+$/u.test(text)) return 'mixed'
  if (!/^\p{Lu}/u.test(text)) return 'none'
  return isFirst ? 'first' : 'inside'
}

type FoundPhrase = { ranges: Range[]; entry: string }

/** A phrase where words aren't spaced: as it stands in the text, to the end of the word that it ends in. */
function unspacedPhraseAt(
  text: string,
  ranges: readonly Range[],
  at: number,
  language: Language,
): FoundPhrase | null {
  const start = ranges[at]?.start ?? 0
  for (const { text: wanted, entry } of language.phrases.get(text.charAt(start)) ?? []) {
    if (!text.startsWith(wanted, start)) continue
    const last = ranges.findIndex(({ end }, index) => index >= at && end >= start + wanted.length)
    const over = (ranges[last]?.end ?? 0) - (start + wanted.length)
    if (last < 0 || over > (kana.test(wanted) ? 0 : 2)) continue
    return { ranges: ranges.slice(at, last + 1), entry }
  }
  return null
}

function phraseAt(
  text: string,
  ranges: readonly Range[],
  at: number,
  language: Language,
): FoundPhrase | null {
  const first = ranges[at]
  if (!first) return null
  if (unspaced.has(language.tag)) return unspacedPhraseAt(text, ranges, at, language)
  const word = text.slice(first.start, first.end).toLowerCase().replaceAll('’', "'")
  const candidates = language.phrases.get(language.stem(word))
  if (!candidates) return null
  for (const { words: wanted, entry } of candidates) {
    const found = ranges.slice(at, at + wanted.length)
    if (found.length < wanted.length) continue
    const isHere = wanted.every((part, index) => {
      const range = found[index]
      if (!range) return false
      const written = text.slice(range.start, range.end).toLowerCase().replaceAll('’', "'")
      return written === part || language.stem(written) === language.stem(part)
    })
    const last = found.at(-1)
    if (isHere && last && !breaks.test(text.slice(first.start, last.end))) return { ranges: found, entry }
  }
  return null
}

/** The words and known phrases of one sentence; offsets are those of `text`, of which the sentence is `range`. */
export function tokens(text: string, range: Range, language: Language): Token[] {
  const sentence = text.slice(range.start, range.end)
  const ranges = wordRanges(sentence, language.tag)
  const made: Token[] = []
  let clause = 0
  let end = 0
  for (let at = 0; at < ranges.length; ) {
    const own = ranges[at]
    if (!own) break
    const found = phraseAt(sentence, ranges, at, language)
    const phrase = found && found.ranges.length > 1 ? found.ranges : null
    const last = phrase?.at(-1) ?? own
    const gap = sentence.slice(end, own.start)
    const written = sentence.slice(own.start, last.end)
    const lower = written.replace(possessive, '').replaceAll('’', "'").toLowerCase()
    const sense = language.sense(found?.entry ?? lower)
    const parts = phrase
      ? phrase.map((part) => language.sense(sentence.slice(part.start, part.end).toLowerCase()))
      : []
    if (made.length > 0 && (breaks.test(gap) || turns.has(lower))) clause += 1
    const isFirst =
      made.length === 0 || /[.!?:“„"«]\s*$/u.test(sentence.slice(Math.max(0, own.start - 3), own.start))
    made.push({
      start: range.start + own.start,
      end: range.start + last.end,
      text: written,
      lower,
      sense,
      parts,
      isFunction: sense.roles.has('function') || isParticle(lower, language),
      capital: capitalOf(written, isFirst),
      clause,
      gap,
    })
    end = last.end
    at += phrase?.length ?? 1
  }
  return made
}

/** Short words in hiragana are grammar unless the language's lists know them. */
function isParticle(word: string, language: Language): boolean {
  return language.tag === 'ja' && kana.test(word) && word.length < 3 && !language.knows(word)
}
