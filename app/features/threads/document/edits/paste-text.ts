import { fits } from '#app/features/counting/count.ts'
import { type Network, rules } from '#app/features/counting/networks.ts'
import { numberReserve } from '#app/features/counting/numbering.ts'
import { splitText } from '#app/features/counting/split.ts'
import { cleanCharacters } from '#app/features/sources/clean-characters.ts'
import { longestTweet, mostTweets } from '../document-limits.ts'
import type { DocumentTweet, ThreadDocument } from '../thread-document.ts'
import { type Cursor, done, type Outcome, refuseFull, refuseLong } from './outcome.ts'
import { onUnlocked, spliced, withText } from './take-tweet.ts'

export type PasteOptions = {
  network: Network
  /** Of a tweet in the network's count, where it is another than the network's own. */
  limit?: number
  /** BCP 47 tag of the text, which decides where its sentences end; English rules without it. */
  language?: string
  /** Gives the id of each further tweet. */
  newId: () => string
}

/**
 * Pastes a text into a tweet in the place of a range (UTF-16 offsets; `start` = `end` for a cursor). What fits into one
 * tweet is put in as it is. A longer text is split with what stood before and after it into as many tweets as all of it
 * needs, each within the network's limit, room for its number included; nothing of it is lost but white space where it is
 * cut. The tweets that hold only pasted text name no passages. Refuses locked tweets, more than 100 tweets, more than
 * 4,000 characters (UTF-16 units) in one; then nothing is pasted.
 */
export function pasteText(
  document: ThreadDocument,
  { tweetId, start, end }: Cursor,
  written: string,
  options: PasteOptions,
): Outcome {
  return onUnlocked(document, tweetId, 'paste into it', ({ tweet, index }) => {
    const pasted = cleanCharacters(written)
    const [before, after] = [tweet.text.slice(0, start), tweet.text.slice(end)]
    const whole = before + pasted + after
    const others = document.tweets.length - 1
    const limitFor = (total: number) =>
      (options.limit ?? rules[options.network].limit) -
      (document.numbering ? numberReserve(total, options.network) : 0)

    if (fits(pasted.trim(), options.network, limitFor(others + 1))) {
      if (whole.length > longestTweet) return refuseLong()
      const at = before.length + pasted.length
      return done(spliced(document, index, 1, withText(tweet, whole)), { tweetId, start: at, end: at })
    }
    if (whole.length > mostTweets * longestTweet) return refuseFull()
    const pieces = piecesOf(whole, others, limitFor, options)
    if (others + pieces.length > mostTweets) return refuseFull(others + pieces.length)
    if (pieces.some(({ text }) => text.length > longestTweet)) return refuseLong()

    const own = { start: before.length, end: before.length + pasted.length }
    const made = pieces.map((piece, at): DocumentTweet => {
      if (at === 0) return withText(tweet, piece.text)
      const isPasted = piece.start >= own.start && piece.end <= own.end
      const spans = isPasted ? [] : [...tweet.spans]
      return { id: options.newId(), text: piece.text, spans, isOpinion: false, isLocked: false }
    })
    return done(spliced(document, index, 1, ...made), cursorAt(own.end, pieces, made))
  })
}

/** A part of a text: where it stands in it, white space at its ends left out. */
type Piece = { text: string; start: number; end: number }

function piecesOf(
  whole: string,
  others: number,
  limitFor: (total: number) => number,
  { network, language }: PasteOptions,
): Piece[] {
  // How wide the numbers are depends on how many tweets there will be: widen until it holds.
  let limit = limitFor(others + 1)
  for (;;) {
    const parts = splitText(whole, network, { limit, ...(language && { language }) })
    const needed = limitFor(others + parts.length)
    if (needed >= limit) return trimmed(parts)
    limit = needed
  }
}

function trimmed(parts: readonly string[]): Piece[] {
  let at = 0
  return parts.map((part) => {
    const text = at === 0 ? part.trimEnd() : part.trim()
    const start = at === 0 ? 0 : at + part.length - part.trimStart().length
    at += part.length
    return { text, start, end: start + text.length }
  })
}

function cursorAt(offset: number, pieces: readonly Piece[], made: readonly DocumentTweet[]): Cursor | null {
  const holds = pieces.findLastIndex(({ start }) => start < offset)
  const [piece, tweet] = [pieces[holds], made[holds]]
  if (!piece || !tweet) return null
  const at = Math.min(offset, piece.end) - piece.start
  return { tweetId: tweet.id, start: at, end: at }
}
