import type { LanguageWords } from './language-words.ts'

/**
 * One side of an opposition that a word stands on. `converse`: exchanging what stands around it turns it back; `sequence`:
 * it tells what came first.
 */
export type Side = { pair: number; side: 1 | -1; converse: boolean; sequence: boolean }

/** What a language knows of one word or phrase. */
export type WordSense = {
  stem: string
  /** What it may be matched by: its stem first, then its groups of synonyms; numbers of the language's own. */
  keys: readonly number[]
  sides: readonly Side[]
  roles: ReadonlySet<Role>
  /** 0 for everything to the last for nothing; null for what is no quantifier. */
  quantifier: number | null
}

type Role =
  | 'function'
  | 'negator'
  | 'denying'
  | 'not-denying'
  | 'cause'
  | 'about'
  | 'over'
  | 'under'
  | 'auxiliary'
  | 'agent'
  | 'speech'
  | 'opinion'
  | 'judging'
  | 'inviting'

/**
 * A phrase that counts as one word: `words` to be found one after the other or, where words aren't spaced, `text` as it
 * stands. `entry` is what the lists call it.
 */
type Phrase = {
  words: readonly string[]
  /** The words' stems. */
  stems: readonly string[]
  text: string
  entry: string
}

export const unspaced: ReadonlySet<string> = new Set(['ja', 'zh', 'th'])
const endingAfterKanji = /(?<=\p{Script=Han})[るうくぐすつぬぶむいただ]$/u

export type Language = {
  tag: string
  sense(word: string): WordSense
  stem(word: string): string
  /** Phrases by the stem of their first word (where words aren't spaced, by their first character), the longest first. */
  phrases: ReadonlyMap<string, readonly Phrase[]>
  /** Whether a phrase goes on from one stem to another: most words begin none that is here. */
  goesOn(first: string, second: string): boolean
  /** Whether the language's lists know a word, by its stem. */
  knows(word: string): boolean
  words: LanguageWords
}

const roleLists: readonly [Role, (words: LanguageWords) => string][] = [
  ['function', (words) => words.functionWords],
  ['negator', (words) => words.negators],
  ['denying', (words) => words.denying],
  ['not-denying', (words) => words.notDenying],
  ['cause', (words) => words.causes],
  ['about', (words) => words.approximately],
  ['over', (words) => words.over],
  ['under', (words) => words.under],
  ['auxiliary', (words) => words.passive.auxiliaries],
  ['agent', (words) => words.passive.agents],
  ['speech', (words) => words.speech],
  ['opinion', (words) => words.opinion],
  ['judging', (words) => words.judging],
  ['inviting', (words) => words.inviting],
]

/** In these a whole word decides: a stem would take "being" for "be", or "noes" for "no". */
const exactRoles: ReadonlySet<Role> = new Set(['function', 'negator', 'auxiliary', 'agent'])

const listOf = (text: string) => text.trim().toLowerCase().split(/\s+/u).filter(Boolean)
const noRoles: ReadonlySet<Role> = new Set()

/** What is compared of a phrase or a word: each of its words stemmed. */
function keyOf(entry: string, stem: (word: string) => string): string {
  return entry.split('_').map(stem).join(' ')
}

type Entries = {
  groups: Map<string, number[]>
  sides: Map<string, Side[]>
  roles: Map<string, Set<Role>>
  quantifiers: Map<string, number>
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}

function readEntries(words: LanguageWords, stem: (word: string) => string): Entries {
  const entries: Entries = { groups: new Map(), sides: new Map(), roles: new Map(), quantifiers: new Map() }
  for (const [group, line] of words.same.entries())
    for (const entry of new Set(listOf(line).map((word) => keyOf(word, stem))))
      push(entries.groups, entry, group)
  const pairs = [
    ...words.opposite.map((line) => ({ line, converse: false, sequence: false })),
    ...words.converse.map((line) => ({ line, converse: true, sequence: false })),
    { line: words.sequence, converse: true, sequence: true },
  ]
  for (const [pair, { line, converse, sequence }] of pairs.entries()) {
    const [one = '', other = ''] = line.split('|')
    const left = new Set(listOf(one).map((word) => keyOf(word, stem)))
    const right = new Set(listOf(other).map((word) => keyOf(word, stem)))
    for (const entry of left)
      if (!right.has(entry)) push(entries.sides, entry, { pair, side: 1, converse, sequence })
    for (const entry of right)
      if (!left.has(entry)) push(entries.sides, entry, { pair, side: -1, converse, sequence })
  }
  for (const [role, of] of roleLists) {
    const exact = exactRoles.has(role)
    for (const entry of listOf(of(words))) {
      const key = exact ? entry.replaceAll('_', ' ') : keyOf(entry, stem)
      const known = entries.roles.get(key)
      if (known) known.add(role)
      else entries.roles.set(key, new Set([role]))
    }
  }
  for (const [level, group] of words.quantifiers.split('|').entries())
    for (const entry of listOf(group)) entries.quantifiers.set(entry.replaceAll('_', ' '), level)
  return entries
}

const contractions: Readonly<Record<string, string>> = { de: 'del', a: 'al' }

/** "Por culpa del viento": a phrase as it is written where its last word has taken in the article after it. */
function contractedIn(parts: readonly string[], tag: string): string[][] {
  const contracted = tag === 'es' ? contractions[parts.at(-1) ?? ''] : undefined
  return contracted === undefined ? [] : [[...parts.slice(0, -1), contracted]]
}

/** Makes a language of its lists. `stem` takes a word in lower case. */
export function createLanguage(
  tag: string,
  words: LanguageWords,
  stemWord: (word: string) => string,
): Language {
  const stems = new Map<string, string>()
  const stem = (word: string) => {
    const known = stems.get(word)
    if (known !== undefined) return known
    const made = stemWord(word)
    stems.set(word, made)
    return made
  }
  const entries = readEntries(words, stem)
  const phrases = new Map<string, Phrase[]>()
  const listed = new Set(
    [...words.same, ...words.opposite, ...words.converse, words.sequence].flatMap(listOf),
  )
  for (const [, of] of roleLists) for (const entry of listOf(of(words))) listed.add(entry)
  for (const entry of listOf(words.quantifiers)) listed.add(entry)
  for (const entry of listed) {
    if (unspaced.has(tag)) {
      const written = entry.replaceAll('_', '').replace(endingAfterKanji, '')
      if (/\p{Script=Hiragana}/u.test(written) && written.length > 1)
        push(phrases, written.charAt(0), { words: [], stems: [], text: written, entry })
    } else if (entry.includes('_')) {
      const parts = entry.split('_').filter((part) => part !== '|')
      for (const written of [parts, ...contractedIn(parts, tag)])
        push(phrases, stem(written[0] ?? ''), {
          words: written,
          stems: written.map(stem),
          text: written.join(' '),
          entry: parts.join(' '),
        })
    }
  }
  for (const list of phrases.values())
    list.sort((a, b) => b.words.length - a.words.length || b.text.length - a.text.length)

  const seconds = new Map(
    Array.from(phrases, ([first, list]) => [first, new Set(list.map(({ stems }) => stems[1]))]),
  )
  const goesOn = (first: string, second: string) => seconds.get(first)?.has(second) ?? false
  const numbers = new Map<string, number>()
  const numberOf = (key: string) => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, numbers.size)
    return numbers.size - 1
  }
  const sequenceWords = new Set(listOf(words.sequence).map((entry) => entry.replaceAll('_', ' ')))
  const senses = new Map<string, WordSense>()
  const sense = (word: string): WordSense => {
    const known = senses.get(word)
    if (known) return known
    const key =
      entries.groups.has(word) || !word.includes(' ') ? stem(word) : word.split(' ').map(stem).join(' ')
    const roles = new Set([...(entries.roles.get(word) ?? noRoles), ...(entries.roles.get(key) ?? noRoles)])
    const made: WordSense = {
      stem: key,
      keys: [numberOf(key), ...(entries.groups.get(key) ?? []).map((group) => numberOf(`group ${group}`))],
      // "Following" tells what came first, "follows" doesn't: here the word itself counts.
      sides: (entries.sides.get(key) ?? []).filter(({ sequence }) => !sequence || sequenceWords.has(word)),
      roles,
      quantifier: entries.quantifiers.get(word) ?? null,
    }
    senses.set(word, made)
    return made
  }
  const knows = (word: string) => {
    const key = stem(word)
    return (
      entries.groups.has(key) || entries.sides.has(key) || entries.roles.has(word) || entries.roles.has(key)
    )
  }
  return { tag, sense, stem, phrases, goesOn, knows, words }
}
