import { graphemeCount, graphemes, isEmoji, mayBeEmoji, utf8Bytes } from './graphemes.ts'

/**
 * Length of a text on Threads: a character counts 1, an emoji as many as it has UTF-8 bytes. Source: Meta's "Threads
 * API: Posts", which limits posts to 500 characters with emoji as bytes, and points to graphemes as the characters.
 */
export function threadsLength(text: string): number {
  if (!mayBeEmoji.test(text)) return graphemeCount(text)
  return graphemes(text).reduce((sum, one) => sum + (isEmoji(one) ? utf8Bytes(one) : 1), 0)
}
