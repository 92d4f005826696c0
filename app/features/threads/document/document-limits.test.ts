import { expect, test } from 'vitest'
import { longestTweet, mostSpans, mostTweets } from './document-limits.ts'
import { documentTweetSchema, threadDocumentSchema } from './thread-document.ts'

const tweet = { id: crypto.randomUUID(), text: '', spans: [], isOpinion: false, isLocked: false }
const takesTweet = (changed: object) => documentTweetSchema.safeParse({ ...tweet, ...changed }).success
const takesTweets = (count: number) =>
  threadDocumentSchema.safeParse({
    numbering: true,
    tweets: Array.from({ length: count }, () => ({ ...tweet, id: crypto.randomUUID() })),
  }).success

test('what is sent is refused right beyond the limits at which the editor refuses', () => {
  const passages = Array.from({ length: mostSpans }, (_, start) => ({ start, end: start + 1 }))
  expect(takesTweet({ spans: passages })).toBe(true)
  expect(takesTweet({ spans: [...passages, { start: 0, end: 1 }] })).toBe(false)
  expect(takesTweet({ text: 'a'.repeat(longestTweet) })).toBe(true)
  expect(takesTweet({ text: 'a'.repeat(longestTweet + 1) })).toBe(false)
  expect(takesTweets(mostTweets)).toBe(true)
  expect(takesTweets(mostTweets + 1)).toBe(false)
})
