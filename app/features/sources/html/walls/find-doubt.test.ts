import { describe, expect, test } from 'vitest'
import { doubtSentence } from '../../doubt-sentence.ts'
import { doubts } from '../../quality.ts'
import { readHtml } from '../../read-html.ts'
import { labelledArticles } from './labelled-articles.fixture.ts'
import { labelledWalls } from './labelled-walls.fixture.ts'

const url = 'https://news.example.com/bridge'

describe('what stands before an article is recognised', () => {
  test.each(labelledWalls)('$doubt: $name', ({ html, doubt }) => {
    const { quality } = readHtml({ html, url })
    expect(quality.doubt).toBe(doubt)
    expect(quality.score).toBeLessThan(50)
  })
})

describe('an honest article is not doubted', () => {
  test.each(labelledArticles)('$name', ({ html }) => {
    const { quality, text } = readHtml({ html, url })
    expect(quality.doubt).toBeNull()
    expect(quality.score).toBeGreaterThanOrEqual(60)
    expect(text).not.toMatch(/partners store|Accept all”? you agree/)
  })
})

test('a page that leads to a sign-in is known by its address', () => {
  const html =
    '<title>Post</title><main><p>Please use the name and the word that you chose when you became a member of this reading circle.</p><input type="password"></main>'
  expect(readHtml({ html, url: 'https://example.com/account/login?next=%2Fa' }).quality.doubt).toBe(
    'login-wall',
  )
})

test('a page without a word has no score', () => {
  expect(readHtml({ html: '<html><body></body></html>', url }).quality).toEqual({
    score: 0,
    doubt: 'near-empty',
  })
})

test.each(doubts)('of %s it is said what was found and what can be done', (doubt) => {
  expect(doubtSentence(doubt)).toMatch(/^[A-Z].{20,}\. .*(?:paste|correct|choose).*\.$/i)
})
