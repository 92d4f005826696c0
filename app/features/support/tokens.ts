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

/** Whether a word is written as names are inside a sentence; at its front any word has a capital. */
export const isWrittenAsName = ({ capital }: Pick<Token, 'capital'>) =>
  capital === 'inside' || capital === 'mixed'

const breaks = /[,;:()（）[\]、。，；：—–…|/]|\s-\s/u
const turns = new Set(
  'but while whereas although though because when if which who that until unless aber während obwohl weil wenn als sondern doch denn nachdem bevor dass pero mientras aunque porque cuando si sino que después antes'.split(
    ' ',
  ),
)
const possessive = /['’]s?$/u
const kana = /^[\p{Script=Hiragana}ー]+$/u

const isHyphen = (code: number) => code === 0x2d || code === 0x5f || code === 0x2010 || code === 0x2011

/** "Most", which the platform's word breaker leaves joined to some words and not to others. */
const superlative = '最も'

/** Ranges of the words of a text, hyphenated ones taken apart. */
function wordRanges(text: string, language: string): Range[] {
  const ranges: Range[] = []
  for (const { start, end } of words(text, language)) {
    const last = ranges.at(-1)
    let from = start
    if (last?.end === start && text.slice(last.start, start) === superlative) {
      from = last.start
      ranges.pop()
    }
    for (let at = from; at <= end; at += 1) {
      if (at < end && !isHyphen(text.charCodeAt(at))) continue
      if (at > from) ranges.push({ start: from, end: at })
      from = at + 1
    }
  }
  return ranges
}

/** How a word is written, wherever it stands. */
function writing(text: string): 'mixed' | 'capital' | 'none' {
  if (/\p{Ll}\p{Lu}|^\p{Lu}[\p{Lu}\p{N}&.]+$/u.test(text)) return 'mixed'
  return /^\p{Lu}/u.test(text) ? 'capital' : 'none'
}

type Word = {
  lower: string
  sense: WordSense
  written: 'mixed' | 'capital' | 'none'
  isFunction: boolean
  /** Whether a phrase may begin with it: hardly any word does that. */
  begins: boolean
}

/** As many words are remembered as a few long sources have. */
const mostRemembered = 50_000
const remembered = new WeakMap<Language, Map<string, Word>>()

/** Reads the words of a language, each one that was met before without reading it again. */
function readerOf(language: Language): (text: string) => Word {
  const known = remembered.get(language) ?? new Map<string, Word>()
  remembered.set(language, known)
  return (text) => known.get(text) ?? wordOf(text, language, known)
}

function wordOf(text: string, language: Language, known: Map<string, Word>): Word {
  if (known.size >= mostRemembered) known.clear()
  const lower = text.replace(possessive, '').replaceAll('’', "'").toLowerCase()
  const sense = language.sense(lower)
  const isFunction = sense.roles.has('function') || isParticle(lower, language)
  const begins = unspaced.has(language.tag) || language.phrases.has(sense.stem)
  const word = { lower, sense, written: writing(text), isFunction, begins }
  known.set(text, word)
  return word
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

/** `words` are those that stand at `ranges`. */
function phraseAt(
  text: string,
  { ranges, words: read }: { ranges: readonly Range[]; words: readonly Word[] },
  at: number,
  language: Language,
): FoundPhrase | null {
  if (unspaced.has(language.tag)) return unspacedPhraseAt(text, ranges, at, language)
  const first = read[at]
  const second = read[at + 1]
  if (!first || !second || !language.goesOn(first.sense.stem, second.sense.stem)) return null
  for (const { words: wanted, stems, entry } of language.phrases.get(first.sense.stem) ?? []) {
    const last = ranges[at + wanted.length - 1]
    if (!last) continue
    const isHere = wanted.every((part, index) => {
      const word = read[at + index]
      return word !== undefined && (word.lower === part || word.sense.stem === stems[index])
    })
    if (isHere && !breaks.test(text.slice(ranges[at]?.start, last.end)))
      return { ranges: ranges.slice(at, at + wanted.length), entry }
  }
  return null
}

/** The words and known phrases of one sentence; offsets are those of `text`, of which the sentence is `range`. */
export function tokens(text: string, range: Range, language: Language): Token[] {
  const sentence = text.slice(range.start, range.end)
  const ranges = wordRanges(sentence, language.tag)
  const read = readerOf(language)
  const each = ranges.map((own) => read(sentence.slice(own.start, own.end)))
  const made: Token[] = []
  let clause = 0
  let end = 0
  for (let at = 0; at < ranges.length; ) {
    const own = ranges[at]
    const single = each[at]
    if (!own || !single) break
    const found = single.begins ? phraseAt(sentence, { ranges, words: each }, at, language) : null
    const phrase = found && found.ranges.length > 1 ? found.ranges : null
    const last = phrase?.at(-1) ?? own
    const gap = sentence.slice(end, own.start)
    const written = sentence.slice(own.start, last.end)
    const word = phrase ? read(written) : single
    const { lower } = word
    const sense = found ? language.sense(found.entry) : word.sense
    const parts = phrase
      ? phrase.map((part) => language.sense(sentence.slice(part.start, part.end).toLowerCase()))
      : []
    const isBreak = gap !== ' ' && breaks.test(gap) && !isInsideNumber(sentence, end, own.start)
    if (made.length > 0 && (isBreak || turns.has(lower))) clause += 1
    made.push({
      start: range.start + own.start,
      end: range.start + last.end,
      text: written,
      lower,
      sense,
      parts,
      isFunction: found ? sense.roles.has('function') || isParticle(lower, language) : word.isFunction,
      capital: capitalAt(sentence, own.start, word.written),
      clause,
      gap,
    })
    end = last.end
    at += phrase?.length ?? 1
  }
  return made
}

/** "1,2", "10:30": a mark between two digits parts nothing. */
const isInsideNumber = (text: string, end: number, start: number) =>
  start - end === 1 && /^\d.\d$/u.test(text.slice(end - 1, start + 1))

function capitalAt(sentence: string, start: number, written: Word['written']): Token['capital'] {
  if (written !== 'capital') return written
  const before = sentence.slice(Math.max(0, start - 3), start)
  return before.trim() === '' || /[.!?¿¡:“„"«]\s*$/u.test(before) ? 'first' : 'inside'
}

/** Short words in hiragana are grammar unless the language's lists know them. */
function isParticle(word: string, language: Language): boolean {
  return language.tag === 'ja' && kana.test(word) && word.length < 3 && !language.knows(word)
}
