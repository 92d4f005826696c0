import { expect, test } from 'vitest'
import * as limits from './document-limits.ts'
import * as schema from './thread-document.ts'

test('the editor refuses at the limits at which saving would', () => {
  expect(limits.longestTweet).toBe(schema.longestTweet)
  expect(limits.mostTweets).toBe(schema.mostTweets)
  const { spans } = schema.documentTweetSchema.shape
  const passages = Array.from({ length: limits.mostSpans }, (_, start) => ({ start, end: start + 1 }))
  expect(spans.safeParse(passages).success).toBe(true)
  expect(spans.safeParse([...passages, { start: 0, end: 1 }]).success).toBe(false)
})
