import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countedLength, fits } from './count.ts'
import { graphemes } from './graphemes.ts'
import { type Network, networks } from './networks.ts'
import { textRuns } from './text-runs.ts'

const shown = (text: string, network: Network, limit?: number) =>
  textRuns(text, network, limit).map(({ kind, start, end, counted, isOver }) =>
    [kind, text.slice(start, end), counted, ...(isOver ? ['over'] : [])].join('|'),
  )

test('shows links, mentions, hashtags and cashtags as they count', () => {
  expect(shown('See readme.md by @ann #ice $ACME', 'x')).toEqual([
    'text|See |4',
    'link|readme.md|23',
    'text| by |4',
    'mention|@ann|4',
    'text| |1',
    'hashtag|#ice|4',
    'text| |1',
    'cashtag|$ACME|5',
  ])
})

test('links on Mastodon only what names its protocol, and counts no host of a mention', () => {
  expect(shown('readme.md https://example.com/a @ann@example.social', 'mastodon')).toEqual([
    'text|readme.md |10',
    'link|https://example.com/a|23',
    'text| |1',
    'mention|@ann@example.social|4',
  ])
})

test('parts the text where the limit is reached, never within a link or an emoji', () => {
  expect(shown('abcdef', 'x', 4)).toEqual(['text|abcd|4', 'text|ef|2|over'])
  expect(shown('ab https://example.com/long cd', 'x', 20)).toEqual([
    'text|ab |3',
    'link|https://example.com/long|23|over',
    'text| cd|3|over',
  ])
  expect(shown('ab👨‍👩‍👧c', 'x', 3)).toEqual(['text|ab|2', 'text|👨‍👩‍👧c|3|over'])
  expect(shown('', 'x')).toEqual([])
  expect(shown('ab', 'x', 0)).toEqual(['text|ab|2|over'])
})

const words = [
  'river',
  'https://example.com/a',
  'example.org',
  '@ann',
  '@ann@example.social',
  '#ice',
  '漢字',
  '👨‍👩‍👧',
  '\n\n',
  '$ACME',
  'e\u0301',
]
const texts = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', '', '  ')), { maxLength: 60 })
  .map((pairs) => pairs.flat().join(''))

test('the runs are the text without gaps, and what isn’t over fits and is as much as can', () => {
  fc.assert(
    fc.property(
      texts,
      fc.constantFrom(...networks),
      fc.integer({ min: 1, max: 300 }),
      (text, network, limit) => {
        const runs = textRuns(text, network, limit)
        expect(runs.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
        const within = runs.filter(({ isOver }) => !isOver).at(-1)?.end ?? 0
        expect(fits(text.slice(0, within), network, limit)).toBe(true)
        expect(runs.some(({ isOver }) => isOver)).toBe(!fits(text, network, limit))
        const next = runs.find(({ isOver }) => isOver)
        if (!next) return
        const [first = ''] = graphemes(text.slice(next.start))
        const more = next.kind === 'text' ? next.start + first.length : next.end
        const isSpaceUpTo = text.slice(0, more).trim() === ''
        if (!isSpaceUpTo) expect(countedLength(text.slice(0, more), network)).toBeGreaterThan(limit)
      },
    ),
    { numRuns: 400 },
  )
})
