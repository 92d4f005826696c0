import type { Statement } from '../statement.ts'
import type { Token } from '../tokens.ts'
import { partsOf } from './parts.ts'

/** What is told to come first and what after it: places of words, and whether the sentence before is meant. */
export type Order = { word: number; earlier: number[]; later: number[]; before: 'earlier' | 'later' | null }

/** Governs what follows it ("before the vote"), or in Japanese what precedes it. */
type Kind = 'governing' | 'first' | 'then' | 'previously'

const kinds: Readonly<Record<string, readonly (readonly [RegExp, Kind, 1 | -1])[]>> = {
  en: [
    [/^(?:before|prior to|ahead of|until)$/u, 'governing', 1],
    [/^(?:after|once)$/u, 'governing', -1],
    [/^(?:then|afterwards?|later|subsequently|following)$/u, 'then', 1],
    [/^(?:previously|beforehand|earlier)$/u, 'previously', 1],
    [/^(?:first)$/u, 'first', 1],
  ],
  de: [
    [/^(?:bevor|ehe|vor)$/u, 'governing', 1],
    [/^(?:nachdem|nach|sobald)$/u, 'governing', -1],
    [/^(?:dann|danach|anschlie(?:ß|ss)end|daraufhin|später|hinterher)$/u, 'then', 1],
    [/^(?:zuvor|vorher|davor)$/u, 'previously', 1],
    [/^(?:erst|zuerst|zunächst)$/u, 'first', 1],
  ],
  es: [
    [/^(?:antes de|antes de que|antes que)$/u, 'governing', 1],
    [/^(?:después de|después de que|tras|una vez)$/u, 'governing', -1],
    [/^(?:después|luego|posteriormente|siguiente)$/u, 'then', 1],
    [/^(?:antes|previamente)$/u, 'previously', 1],
    [/^(?:primero)$/u, 'first', 1],
  ],
  ja: [
    [/^(?:前|前に|より前|より前に|まえに|までに)$/u, 'governing', 1],
    [/^(?:後|後に|あと|あとに|てから|から)$/u, 'governing', -1],
    [/^(?:その後|そのあと|それから|翌年|翌日)$/u, 'then', 1],
    [/^(?:それまで|先立つ|先立ち)$/u, 'previously', 1],
    [/^(?:まず|最初)$/u, 'first', 1],
  ],
}

/** In a clause that has no end of its own only so many words are taken to belong to "after". */
const mostGoverned = 3
const conjunction = /^que$/u
const perfect = /^(?:had|hatten?|war|waren|había|habían)$/u

/** What a sentence tells of what came first, by its words of order. */
export function ordersOf(statement: Statement, language: string): Order[] {
  const { tokens } = statement
  return tokens.flatMap((token, word): Order[] => {
    const found = kinds[language]?.find(([pattern]) =>
      pattern.test(language === 'ja' ? token.text : token.lower),
    )
    if (!found || countsTime(statement, word)) return []
    const [, kind, side] = found
    if (token.lower === 'following' && tokens[word - 1]?.lower !== 'the') return []
    if (language === 'ja' && token.text === 'から' && !/[てで]$/u.test(tokens[word - 1]?.text ?? ''))
      return []
    const order = read(statement, word, kind, side, language)
    return order ? [{ word, ...order }] : []
  })
}

function read(
  { tokens, content }: Statement,
  word: number,
  kind: Kind,
  side: 1 | -1,
  language: string,
): Omit<Order, 'word'> | null {
  const parts = partsOf(tokens)
  const within = (part: number) => content.filter((at) => parts[at] === part && at !== word)
  const part = parts[word] ?? 0
  // "…, その後、…": a word of order that stands alone belongs to what follows.
  const own = within(part).length > 0 ? within(part) : within(part + 1)
  const outside = (some: readonly number[]) => content.filter((at) => !some.includes(at) && at !== word)
  if (kind === 'governing') {
    const governed = governedBy(tokens, content, word, language)
    if (governed.length === 0) return null
    const beyond = outside(governed).filter((at) => isBeyond(at, governed, tokens, word, language))
    // "Before signing he asked": what follows in the same clause is what came first.
    const isFront =
      language !== 'ja' && !content.some((at) => at < word && tokens[at]?.clause === tokens[word]?.clause)
    const rest = outside(governed)
    const isFollowed = isFront && rest.some((at) => at > word && tokens[at]?.clause === tokens[word]?.clause)
    const others = beyond.length > 0 && !isFollowed ? beyond : rest
    return side === 1
      ? { earlier: others, later: governed, before: null }
      : { earlier: governed, later: others, before: null }
  }
  if (kind === 'first') {
    const next = content.filter((at) => (parts[at] ?? 0) > part && !own.includes(at))
    return next.length > 0 ? { earlier: own, later: next, before: null } : null
  }
  const past = content.filter((at) => (parts[at] ?? 0) < part)
  const refers = past.length === 0
  // "Prior to that, in May, the plant was shut": all that follows.
  const all = refers ? content.filter((at) => at > word || own.includes(at)) : own
  return kind === 'then'
    ? { earlier: past, later: all, before: refers ? 'earlier' : null }
    : { earlier: all, later: past, before: refers ? 'later' : null }
}

/** "The year before", "el año siguiente". */
const spanOfTime = /^(?:year|month|week|day|night|morning|evening|año|mes|semana|día|noche)s?$/u

const article = /^(?:the|an?|his|her|its|their|der|die|das|er|sie|es|el|la|los|las|su|que)$/u

/** "Nach elf Wochen", "acht Kilometer vor dem Gipfel": how long or how far, not what came first. */
function countsTime({ tokens, quantities }: Statement, at: number): boolean {
  const [word, next] = [tokens[at], tokens[at + 1]]
  // "The year before the union sued" tells what came first all the same.
  const isFollowed = next?.clause === word?.clause && (!next?.isFunction || article.test(next.lower))
  if (spanOfTime.test(tokens[at - 1]?.lower ?? '') && !isFollowed) return true
  if (!word || !next) return false
  return quantities.some(
    ({ start, end }) =>
      (next.start >= start && next.start < end) || (end <= word.start && word.start - end <= 1),
  )
}

function governedBy(
  tokens: readonly Token[],
  content: readonly number[],
  word: number,
  language: string,
): number[] {
  const clauses = [
    tokens[word]?.clause,
    conjunction.test(tokens[word + 1]?.lower ?? '') ? tokens[word + 1]?.clause : null,
  ]
  const inClause = content.filter((at) => clauses.includes(tokens[at]?.clause))
  return language === 'ja'
    ? inClause.filter((at) => at < word).slice(-mostGoverned)
    : inClause.filter((at) => at > word).slice(0, mostGoverned)
}

/** Whether a word is surely not governed: on the other side of the word of order, or in another clause. */
function isBeyond(
  at: number,
  governed: readonly number[],
  tokens: readonly Token[],
  word: number,
  language: string,
): boolean {
  if (tokens[at]?.clause !== tokens[word]?.clause) return true
  return language === 'ja' ? at > word : at < Math.min(word, ...governed)
}

/** Whether a sentence tells what came first by its verbs' form rather than by the order in which it tells. */
export const looksBack = ({ tokens }: Statement) => tokens.some(({ lower }) => perfect.test(lower))
