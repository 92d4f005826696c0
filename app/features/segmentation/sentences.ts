import { abbreviations } from './abbreviations.ts'

/** A half-open range of UTF-16 offsets into a text. */
export type Range = { start: number; end: number }

// A terminator with what closes with it: quotes, brackets (French sets a space before »), footnote marks such as [3].
const possibleEnd =
  /[\p{Sentence_Terminal}…]+(?:["'”’“»«›)\]}）］」』】〉》]|[ \u00a0\u202f]»)*(?:\[[^\][\s]{1,12}\])*|\n/gu

// Scripts that write sentences without a space between them.
const unspaced = /[。！？｡．‼⁇⁈⁉]/u
const writtenWithLatinStops = /^[.!?…]/u
const closesQuote = /["'”’“»«›」』》]/u
const blankLine = /^\n[^\S\n]*\n/u
const listMark = /^(?:[-*•‣◦·–—]\s|\d{1,3}[.)]\s|#{1,6}\s|>)/u

// Words that begin a sentence so much more often than they follow an abbreviation that they decide "in the U.S. The".
const starters: Record<string, string> = {
  en: 'The This That These Those It He She They We But And However In On At For When While After As If There A An Its His Her Their Our Many Most Some What Why How Since Although According',
  de: 'Der Die Das Er Sie Es Ein Eine Wir Ich Im Am Aber Doch Und Auch Nach Bei Seit Dabei Damit Diese Dieser Dieses',
  fr: 'Le La Les Il Elle Ils Elles Ce Cette Ces Un Une Nous Mais Et En Dans Pour On',
  es: 'El La Los Las Él Ella Ellos Un Una Pero Y En Para Por Este Esta Se',
}
const starterSets = new Map(Object.entries(starters).map(([tag, words]) => [tag, new Set(words.split(' '))]))
const noStarters = new Set<string>()

// Languages that write ordinals with a full stop: "3. Oktober", "17. juni".
const ordinalLanguages = new Set('de da nb nn no fi is cs sk sl hr sr bs hu pl et lv lt tr lb'.split(' '))

const speechVerb =
  /^(?:\p{L}[\p{L}.'’-]*\s+){0,3}(?:said|says|asked|asks|added|wrote|writes|replied|answered|told|explained|shouted|whispered|sagte|fragte|rief|dit|dijo)\b/u
const japaneseQuoteGoesOn = /^(?:と|って|という|なんて|の|は|が|を|に|、)/u
const chineseQuoteGoesOn = /^[^。！？，、]{0,8}(?:说|說|道|问|問|表示|称|喊)/u

/**
 * Sentence ranges of a text, in order and without gaps: white space belongs to the sentence before it.
 * `language` is a BCP 47 tag; without it the rules of English apply. A line break ends a sentence unless the lines
 * look hard-wrapped. It takes no help from the platform's own segmenter, so that server and browser always agree.
 */
export function sentences(text: string, language = 'en'): Range[] {
  const primary = language.toLowerCase().split('-')[0] ?? 'en'
  const lowerCaseStyle = startsSentencesInLowerCase(text)
  const firstWord = skipSpace(text, 0)
  const ranges: Range[] = []
  let start = 0
  // A run of white space is walked once, whatever the number of line breaks in it.
  let spaceEnd = 0
  for (const match of text.matchAll(possibleEnd)) {
    const at = match.index
    const after = at + match[0].length
    if (after <= start || at < firstWord) continue
    if (after > spaceEnd) spaceEnd = skipSpace(text, after)
    const ends =
      match[0] === '\n'
        ? lineEnds({ text, start, at, next: spaceEnd })
        : endsSentence({ text, start, at, next: spaceEnd, mark: match[0], primary, lowerCaseStyle })
    if (!ends) continue
    ranges.push({ start, end: spaceEnd })
    start = spaceEnd
  }
  const last = ranges.at(-1)
  if (start < text.length) {
    if (last && text.slice(start).trim() === '') last.end = text.length
    else ranges.push({ start, end: text.length })
  }
  return ranges
}

/** A place where a sentence that began at `start` may end, and where the text goes on after it. */
type Place = { text: string; start: number; at: number; next: number }
type Mark = Place & { mark: string; primary: string; lowerCaseStyle: boolean }

function endsSentence({ text, start, at, next, mark, primary, lowerCaseStyle }: Mark): boolean {
  if (next >= text.length) return true
  const following = text.slice(next, next + 48)
  if (unspaced.test(mark)) {
    if (!closesQuote.test(mark)) return true
    return !(primary === 'zh' ? chineseQuoteGoesOn : japaneseQuoteGoesOn).test(following)
  }
  if (!writtenWithLatinStops.test(mark)) return true
  if (next === at + mark.length) return false
  if (/^[,;:)\]}%–—]/u.test(following)) return false
  if (/^\p{Ll}/u.test(following) && !/^\p{Ll}{1,2}\p{Lu}/u.test(following)) {
    return lowerCaseStyle && !isAbbreviation(text, start, at, following, primary)
  }
  if (/["”’“»«]/u.test(mark) && speechVerb.test(following)) return false
  return mark !== '.' || !isAbbreviation(text, start, at, following, primary)
}

/** Whether the full stop at `at` belongs to the word before it rather than to the sentence. */
function isAbbreviation(
  text: string,
  start: number,
  at: number,
  following: string,
  primary: string,
): boolean {
  const before = text.slice(Math.max(start, at - 24), at)
  const word = /(?<=^|[\s([{"“„«‘'])[\p{L}\p{N}][\p{L}\p{N}.'’-]*$/u.exec(before)?.[0] ?? ''
  if (word === '') return false
  if (/^\d{1,3}$/u.test(word) && at - start === word.length) return true
  if (/^\d+$/u.test(word))
    return word.length <= 2 && ordinalLanguages.has(primary) && /^\p{L}/u.test(following)
  const known = abbreviations(primary)
  const lower = word.toLowerCase()
  const nextWord = /^\p{L}+/u.exec(following)?.[0] ?? ''
  const startsAnew = (starterSets.get(primary) ?? noStarters).has(nextWord)
  if (known.number.has(lower) && /^\d/u.test(following)) return true
  if (known.before.has(lower)) return true
  if (known.late.has(lower)) return !startsAnew
  if (/^\p{Ll}$/u.test(word)) return primary !== 'en' || !startsAnew
  // Initials: "J. Adler", "E. T. A. Hoffmann", "U.S. Army"; but not the pronoun in "So do I. Then".
  return /^(?:\p{Lu}\.)*\p{Lu}$/u.test(word) && word !== 'I' && !startsAnew && nextWord !== ''
}

/** A line break ends a sentence, except inside a paragraph that was wrapped at a fixed width. */
function lineEnds({ text, start, at, next }: Place): boolean {
  if (blankLine.test(text.slice(at, at + 200))) return true
  const following = text.slice(next, next + 8)
  if (listMark.test(following)) return true
  const lineStart = Math.max(start, text.lastIndexOf('\n', at - 1) + 1)
  const width = at - lineStart
  if (/^\p{Ll}/u.test(following)) return width < 40
  return width < 55 || width > 100
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/u.test(text.charAt(at))) at++
  return at
}

function startsSentencesInLowerCase(text: string): boolean {
  const lower = text.match(/\p{Ll}{2}[.!?]\s+\p{Ll}/gu)?.length ?? 0
  if (lower < 2) return false
  return lower > 3 * (text.match(/\p{Ll}{2}[.!?]\s+\p{Lu}/gu)?.length ?? 0)
}
