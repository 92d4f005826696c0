import type { Range } from '#app/features/segmentation/sentences.ts'
import type { ThreadDocument } from '../thread-document.ts'

export type Wanted = {
  text: string
  /** Upper and lower case are told apart. */
  matchCase: boolean
  /** Only whole words, as the text's script parts them (Japanese too). */
  wholeWord: boolean
}
/** Where a searched text stands: UTF-16 offsets in the tweet's text, end exclusive. */
export type Hit = Range & { tweetId: string }

const words = new Intl.Segmenter(undefined, { granularity: 'word' })
// A hit ends where a character ends as people see it: not before its accent, skin tone, or the next part of an emoji.
const insideCharacter = '(?![\\p{M}\\u200d\\u{1f3fb}-\\u{1f3ff}])'

/** All places of a text, in order and without overlap. Locked tweets are searched too. Nothing is wanted of ''. */
export function findText({ tweets }: ThreadDocument, wanted: Wanted): Hit[] {
  const find = finderOf(wanted)
  return tweets.flatMap(({ id, text }) => find(text).map((range) => ({ tweetId: id, ...range })))
}

/** The same for one text at a time. */
export function finderOf({ text, matchCase, wholeWord }: Wanted): (text: string) => Range[] {
  if (text === '') return () => []
  const literal = text.normalize().replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  const pattern = new RegExp(`(?<!\\u200d)${literal}${insideCharacter}`, matchCase ? 'gu' : 'giu')
  return (searched) => {
    const hits = Array.from(searched.matchAll(pattern), ({ 0: found, index }) => {
      return { start: index, end: index + found.length }
    })
    return wholeWord && hits.length > 0 ? wholeWords(searched, hits) : hits
  }
}

function wholeWords(text: string, hits: readonly Range[]): Range[] {
  const borders = new Set([text.length])
  for (const { index } of words.segment(text)) borders.add(index)
  return hits.filter(({ start, end }) => borders.has(start) && borders.has(end))
}
