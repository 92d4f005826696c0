import { LRUCache } from 'lru-cache'
import type { CheckTweet } from '#app/features/support/checker.ts'
import { checkerFor } from '#app/features/support/checker-for.ts'
import type { HeldThread } from './hold-thread.ts'
import type { StoredTweet } from './stored-tweet.ts'

/**
 * Checkers of the texts that are being worked on: making one reads the whole source, and who types saves every second. In
 * characters of source; a snapshot's text never changes, so none gets old.
 */
const checkers = new LRUCache<string, Promise<CheckTweet>>({ maxSize: 2_000_000 })

/** A tweet with what the check finds of it; its owner's word that it is an opinion goes before. */
export async function checkTweet(
  tweet: StoredTweet,
  { snapshot, language }: Pick<HeldThread, 'snapshot' | 'language'>,
): Promise<StoredTweet> {
  if (!snapshot || tweet.text.trim() === '') return { ...tweet, verdict: null, reasons: [] }
  const check = await checkerOf(snapshot, language)
  const support = check({ text: tweet.text, spans: tweet.spans })
  if (tweet.isOpinion) return { ...tweet, spans: support.spans, verdict: 'opinion', reasons: [] }
  return { ...tweet, ...support }
}

function checkerOf(
  snapshot: NonNullable<HeldThread['snapshot']>,
  language: string | null,
): Promise<CheckTweet> {
  const key = `${snapshot.id} ${language}`
  const kept = checkers.get(key)
  if (kept) return kept
  const made = checkerFor(snapshot, language)
  checkers.set(key, made, { size: Math.max(1, snapshot.text.length) })
  made.catch(() => checkers.delete(key))
  return made
}
