import { expect, test } from 'vitest'
import { searchTerms } from './search-query.ts'
import { marked, passageOf } from './snippet.ts'

const hits = (text: string, typed: string) =>
  marked(text, searchTerms(typed)).flatMap((part) => (part.isHit ? [part.text] : []))

test('hits are marked as they stand in the text, and the text stays whole', () => {
  const text = 'The café, and two cafés in Kraków.'
  expect(hits(text, 'cafe krakow')).toEqual(['café', 'cafés', 'Kraków'])
  expect(
    marked(text, searchTerms('cafe'))
      .map((part) => part.text)
      .join(''),
  ).toBe(text)
})

test('without spaces, what was typed is marked in one piece', () => {
  expect(hits('この連絡船は毎朝出る', '連絡船')).toEqual(['連絡船'])
})

test('of a long text the passage around the first hit is shown', () => {
  const text = `${'Something else. '.repeat(100)}Then the bridge fell.\n${'And more. '.repeat(100)}`
  const parts = passageOf(text, searchTerms('bridge')) ?? []
  const shown = parts.map((part) => part.text).join('')
  expect(shown).toMatch(/^… .*Then the bridge fell\. And more\..* …$/)
  expect(shown.length).toBeLessThan(240)
  expect(passageOf(text, searchTerms('ferry'))).toBeNull()
})
