import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { countedLength, fits, measure } from './count.ts'
import { type Network, networks } from './networks.ts'

// Many runs of a property take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

describe('counting on Bluesky', () => {
  test.each([
    ['plain', 5],
    ['e\u0301', 1],
    ['👨‍👩‍👧‍👦', 1],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿1️⃣🇫🇷👍🏽', 4],
    ['\r\n', 1],
    ['漢字𠮷', 3],
    ['นี่', 1],
    ['क्षि', 1],
    ['https://example.com/a', 21],
    ['a\u0301b é', 4],
  ])('counts %j as %i graphemes', (text, length) => {
    expect(countedLength(text, 'bluesky')).toBe(length)
  })

  test('refuses more than 300 graphemes, and more than 3,000 bytes with a word about it', () => {
    expect(measure('a'.repeat(300), 'bluesky')).toEqual({
      length: 300,
      limit: 300,
      over: false,
      warning: null,
    })
    expect(measure('a'.repeat(301), 'bluesky').over).toBe(true)
    const families = '👨‍👩‍👧‍👦'.repeat(121)
    expect(measure(families, 'bluesky')).toMatchObject({ length: 121, over: true })
    expect(measure(families, 'bluesky').warning).toContain('3,025 bytes')
    expect(fits(families, 'bluesky')).toBe(false)
  })
})

describe('counting on Mastodon', () => {
  test.each([
    ['https://example.com/a-very/long/path?with=a&query=as-well', 23],
    ['see https://example.com/ä_(b), ok', 31],
    ['http://a.co', 23],
    ['example.com', 11],
    ['@user@social.example', 5],
    ['hi @user@social.example!', 9],
    ['@user', 5],
    ['mail me@example.com', 19],
    ['https://example.com/@user@social.example', 23],
    ['gemini://example.com/x', 23],
    ['👨‍👩‍👧‍👦', 1],
  ])('counts %j as %i', (text, length) => {
    expect(countedLength(text, 'mastodon')).toBe(length)
  })

  test("takes the server's own limit", () => {
    const text = 'a'.repeat(501)
    expect(measure(text, 'mastodon').over).toBe(true)
    expect(measure(text, 'mastodon', { limit: 5000 })).toMatchObject({ limit: 5000, over: false })
  })
})

describe('counting on Threads', () => {
  test.each([
    ['plain é 漢', 9],
    ['👍', 4],
    ['👍🏽', 8],
    ['👨‍👩‍👧‍👦', 25],
    ['🇫🇷', 8],
    ['1️⃣', 7],
    ['☎️', 6],
    ['☎', 1],
    ['⚡', 3],
    ['⚡︎', 1],
    ['© ™', 3],
    ['e\u0301', 1],
    ['☝🏽', 7],
  ])('counts %j as %i', (text, length) => {
    expect(countedLength(text, 'threads')).toBe(length)
  })

  test('warns above 500 bytes, and is over only above 500 characters', () => {
    expect(measure('漢'.repeat(166), 'threads')).toMatchObject({ over: false, warning: null })
    const doubtful = measure('漢'.repeat(167), 'threads')
    expect(doubtful).toMatchObject({ length: 167, over: false })
    expect(doubtful.warning).toContain('501 bytes')
    expect(measure('a'.repeat(501), 'threads')).toEqual({
      length: 501,
      limit: 500,
      over: true,
      warning: null,
    })
    expect(measure('👍'.repeat(126), 'threads').over).toBe(true)
  })
})

describe('counting on X and LinkedIn', () => {
  test('knows their limits', () => {
    expect(measure('漢'.repeat(140), 'x')).toEqual({ length: 280, limit: 280, over: false, warning: null })
    expect(measure('漢'.repeat(141), 'x').over).toBe(true)
    expect(countedLength('👍🏽 é', 'linkedin')).toBe(6)
    expect(measure('a'.repeat(3000), 'linkedin').over).toBe(false)
    expect(measure('a'.repeat(3001), 'linkedin').over).toBe(true)
  })
})

describe('counting anywhere', () => {
  test('never throws, whatever the string holds, and counts a text no lower than nothing', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
    )
    fc.assert(
      fc.property(any, fc.constantFrom<Network>(...networks), (text, network) => {
        const { length, over, limit } = measure(text, network)
        expect(Number.isInteger(length)).toBe(true)
        expect(length >= 0 && (length > 0 || text === '')).toBe(true)
        if (length > limit) expect(over).toBe(true)
        expect(fits(text, network)).toBe(!over)
      }),
      { numRuns: 500 },
    )
  })

  test('counts as much as the pieces that white space keeps apart', () => {
    const piece = fc.constantFrom(
      'word',
      'https://example.com/x',
      '👨‍👩‍👧‍👦',
      '漢字',
      'e\u0301',
      '🇫🇷',
      '#tag',
      '@a@b.example',
    )
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom<Network>(...networks), (pieces, network) => {
        const sum = pieces.reduce((all, one) => all + countedLength(one, network) + 1, 0)
        expect(countedLength(pieces.map((one) => `${one} `).join(''), network)).toBe(sum)
      }),
    )
  })
})
