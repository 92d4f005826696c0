import type { Conflict } from '#app/features/threads/document/merge/merge-documents.ts'
import { mergedText, mergeTexts } from '#app/features/threads/document/merge/merge-texts.ts'
import type { ThreadDocument } from '#app/features/threads/document/thread-document.ts'

export type Choice = 'mine' | 'theirs' | 'merged'
/** What a tweet may come to; a text of null takes it out of the thread. */
export type Offer = { choice: Choice; label: string; text: string | null }

/** What there is to choose from for one tweet, each text once. */
export function choicesOf({ base, mine, theirs }: Conflict): Offer[] {
  const offers: Offer[] = [
    { choice: 'mine', label: 'Yours', text: mine },
    { choice: 'theirs', label: 'Theirs', text: theirs },
  ]
  if (mine === null || theirs === null) return offers
  const merged = mergedText(mergeTexts(base ?? '', mine, theirs))
  if (merged === mine || merged === theirs) return offers
  return [...offers, { choice: 'merged', label: 'Both, yours where they meet', text: merged }]
}

/** Nothing goes that somebody wrote, unless its owner says so. */
export function usualChoice(conflict: Conflict): Choice {
  if (conflict.mine === null) return 'theirs'
  return choicesOf(conflict).some(({ choice }) => choice === 'merged') ? 'merged' : 'mine'
}

/** The merged document as its owner chose. */
export function settled(
  merged: ThreadDocument,
  conflicts: readonly Conflict[],
  choiceOf: (conflict: Conflict) => Choice,
): ThreadDocument {
  const texts = new Map(
    conflicts.map((conflict) => [
      conflict.tweetId,
      choicesOf(conflict).find(({ choice }) => choice === choiceOf(conflict))?.text ?? null,
    ]),
  )
  const tweets = merged.tweets.flatMap((tweet) => {
    const text = texts.get(tweet.id)
    if (text === undefined || text === tweet.text) return [tweet]
    return text === null ? [] : [{ ...tweet, text }]
  })
  return { ...merged, tweets }
}
