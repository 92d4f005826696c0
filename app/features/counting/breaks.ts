import { sentences } from '#app/features/segmentation/sentences.ts'
import { countedLength } from './count.ts'
import { findEntities } from './entities.ts'
import { findLinks } from './links.ts'
import { mastodonLinks, remoteMentions } from './mastodon-length.ts'
import type { Network } from './networks.ts'

/** How good a place to break is: the higher, the better. */
export const breakRank = { word: 1, clause: 2, sentence: 3, line: 4, paragraph: 5 } as const
type Rank = (typeof breakRank)[keyof typeof breakRank]

/** A word with the white space after it: UTF-16 offsets; `rank` is that of a break at `end`. */
type Token = { start: number; coreEnd: number; end: number; rank: Rank }
export type Span = { start: number; end: number }

export type Breaks = {
  tokens: Token[]
  /** What no break may fall into: links, mentions, hashtags, cashtags; in order, apart from each other. */
  entities: Span[]
  /** Counted length of all tokens before the one with the same index; one more entry than tokens. */
  lengthBefore: number[]
  /** Counted length of the white space at the end of each token. */
  spaceLength: number[]
}

function entitiesOf(text: string, network: Network): Span[] {
  const own = network === 'mastodon' ? [...findLinks(text, mastodonLinks), ...remoteMentions(text)] : []
  const spans: Span[] = []
  for (const { start, end } of [...findEntities(text), ...own].sort((a, b) => a.start - b.start)) {
    const last = spans.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else spans.push({ start, end })
  }
  return spans
}

// Thai, Lao, Myanmar, Khmer, kana, Han: scripts that set no space between words.
const unspaced =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\ud840-\ud8bf]/
const staysWithBefore = /^[\p{Pe}\p{Pf}\p{Po}\p{M}ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u
const staysWithAfter = /[\p{Ps}\p{Pi}]$/u
const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Offsets inside [start, end) where a script without spaces may be broken. */
function* wordEnds(text: string, start: number, end: number): Generator<number> {
  const word = text.slice(start, end)
  if (!unspaced.test(word)) return
  for (const { index } of words.segment(word)) {
    if (index === 0 || staysWithBefore.test(word.slice(index, index + 2))) continue
    if (!staysWithAfter.test(word.slice(index - 1, index))) yield start + index
  }
}

const endsClause = /[,;:)\]…—–，、；：،؛）」』”»]['"’”»)]*\s*$/

function rankOf(text: string, token: Span, sentenceEnds: ReadonlySet<number>, coreEnd: number): Rank {
  const space = text.slice(coreEnd, token.end)
  const breaks = space.split(/\r\n|[\n\r\u2028\u2029]/).length - 1
  if (breaks > 1 || space.includes('\u2029')) return breakRank.paragraph
  if (breaks === 1) return breakRank.line
  if (sentenceEnds.has(token.end)) return breakRank.sentence
  return endsClause.test(text.slice(Math.max(token.start, coreEnd - 4), token.end))
    ? breakRank.clause
    : breakRank.word
}

/**
 * Where a text may be broken, how well, and how much each piece counts on a network. White space belongs to the word
 * before it, at the text's start to the first word. A text of white space alone has no tokens.
 */
export function breaksOf(text: string, network: Network, language?: string): Breaks {
  const entities = entitiesOf(text, network)
  const sentenceEnds = new Set(sentences(text, language).map(({ end }) => end))
  const tokens: Token[] = []
  const lengthBefore = [0]
  const spaceLength: number[] = []
  let total = 0
  let entity = 0
  const add = (start: number, coreEnd: number, end: number) => {
    const space = coreEnd === end ? 0 : countedLength(text.slice(coreEnd, end), network)
    total += countedLength(text.slice(start, coreEnd), network) + space
    tokens.push({ start, coreEnd, end, rank: rankOf(text, { start, end }, sentenceEnds, coreEnd) })
    lengthBefore.push(total)
    spaceLength.push(space)
  }
  for (const { 0: match, index } of text.matchAll(/\S+\s*/g)) {
    let start = tokens.length === 0 ? 0 : index
    const coreEnd = index + match.trimEnd().length
    for (const at of wordEnds(text, index, coreEnd)) {
      while ((entities[entity]?.end ?? text.length) <= at) entity++
      const inside = (entities[entity]?.start ?? text.length) < at
      if (inside) continue
      add(start, at, at)
      start = at
    }
    add(start, coreEnd, index + match.length)
  }
  return { tokens, entities, lengthBefore, spaceLength }
}
