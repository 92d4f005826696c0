import fc from 'fast-check'
import twitter from 'twitter-text'
import { describe, expect, test, vi } from 'vitest'
import { findEntities } from './entities.ts'

// Many runs of a property take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const brief = (text: string) => findEntities(text).map((one) => `${one.kind} ${one.text}`)
const pieces = [
  'a',
  '日本',
  'é',
  ' ',
  '\n',
  '@',
  '＠',
  '@user',
  '@user/list',
  'RT@',
  '#',
  '＃',
  '#tag',
  '#1',
  '#日本',
  '$',
  '$ACME',
  '$a.b',
]
const others = [
  '.',
  '.com',
  'https://',
  'a.co/x',
  '/',
  '&',
  '!',
  '(',
  ')',
  ':',
  '_',
  '1',
  '🔥',
  '\ufe0f',
  '\u20e3',
  'क्षि',
  '://',
]

describe('finding links, mentions and tags', () => {
  test.each([
    ['Hi @user, see https://example.com/x.', ['mention @user', 'link https://example.com/x']],
    ['@team/list and name@example.org', ['mention @team/list']],
    ['#tag #2024 #2024wrap &#no x#no', ['hashtag #tag', 'hashtag #2024wrap']],
    ['#日本語。 #हिन्दी', ['hashtag #日本語', 'hashtag #हिन्दी']],
    ['$ACME, $BRK.A and US$5', ['cashtag $ACME', 'cashtag $BRK.A']],
    ['example.com/#part', ['link example.com/#part']],
    ['nothing here.', []],
    ['@@user @user@host', []],
  ])('sees in %j what X sees', (text, expected) => {
    expect(brief(text)).toEqual(expected)
  })

  test('gives offsets into the text as it is', () => {
    const text = '👍 e\u0301 @someone'
    const [mention] = findEntities(text)
    expect(text.slice(mention?.start, mention?.end)).toBe('@someone')
  })

  test('agrees with twitter-text for any mixture', () => {
    const mixture = fc
      .array(fc.constantFrom(...pieces, ...others), { maxLength: 12 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(mixture, (text) => {
        const expected = twitter.extractEntitiesWithIndices(text).map(({ indices }) => indices)
        expect(findEntities(text).map(({ start, end }) => [start, end])).toEqual(expected)
      }),
      { numRuns: 3000 },
    )
  })
})
