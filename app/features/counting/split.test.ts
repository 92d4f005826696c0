import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { countedLength, measure } from './count.ts'
import { findEntities } from './entities.ts'
import { graphemes } from './graphemes.ts'
import { type Network, networks } from './networks.ts'
import { splitText } from './split.ts'

// Many runs of a property take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const words = [
  'a',
  'river',
  'extraordinarily',
  'so,',
  'done.',
  'Why?',
  '“Yes.”',
  'https://example.com/a_(b)?c=1',
  'example.org',
  '@someone',
  '@someone@example.social',
  '#topic',
  '$ACME',
  '👨‍👩‍👧‍👦',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '🐦‍🔥',
  '1️⃣',
  'e\u0301te\u0301',
  '漢字仮名交じり文です。次の文。',
  'ภาษาไทยไม่มีช่องว่าง',
  'देवनागरी',
  'עברית',
  '\ud83d',
  'x'.repeat(320),
  `https://example.com/${'y'.repeat(300)}`,
  '𠮷野家',
]
const spaces = [' ', ' ', ' ', '  ', '\n', '\n\n', '\r\n\r\n', '\t', '\u3000', '']
const prose = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...spaces)), { maxLength: 120 })
  .map((pairs) => pairs.map(([word, space]) => word + space).join(''))
const texts = fc.oneof(
  { weight: 6, arbitrary: prose },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 900 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 900 }) },
)
const anyNetwork = fc.constantFrom<Network>(...networks)

/** Offsets at which the parts of a text meet. */
function cuts(parts: string[]): number[] {
  let at = 0
  return parts.slice(0, -1).map((part) => {
    at += part.length
    return at
  })
}

describe('splitting a text', () => {
  test('loses nothing, keeps every part within the limit, and gives no empty part', () => {
    fc.assert(
      fc.property(texts, anyNetwork, (text, network) => {
        const parts = splitText(text, network)
        expect(parts.join('')).toBe(text.trim() === '' ? '' : text)
        for (const part of parts) {
          expect(part.trim()).not.toBe('')
          expect(measure(part, network).over).toBe(false)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('keeps to a smaller limit as well', () => {
    fc.assert(
      fc.property(prose, anyNetwork, fc.integer({ min: 60, max: 200 }), (text, network, limit) => {
        const parts = splitText(text, network, { limit })
        expect(parts.join('')).toBe(text.trim() === '' ? '' : text)
        for (const part of parts) expect(countedLength(part, network)).toBeLessThanOrEqual(limit)
      }),
      { numRuns: 200 },
    )
  })

  test('leaves room for the white space after what is left of a link that had to be broken', () => {
    const text = `https://example.com/${'y'.repeat(308)}\r\n\r\n`
    const parts = splitText(text, 'linkedin', { limit: 107 })
    expect(parts.join('')).toBe(text)
    expect(parts.map((part) => countedLength(part, 'linkedin') <= 107)).toEqual(parts.map(() => true))
  })

  test('never breaks into a link, a mention, a tag or a grapheme that fits by itself', () => {
    fc.assert(
      fc.property(prose, anyNetwork, (text, network) => {
        const at = cuts(splitText(text, network))
        const short = findEntities(text).filter((one) => countedLength(one.text, network) <= 200)
        for (const { start, end } of short) expect(at.filter((cut) => cut > start && cut < end)).toEqual([])
        const ends = new Set<number>()
        let end = 0
        for (const grapheme of graphemes(text)) {
          end += grapheme.length
          ends.add(end)
        }
        expect(at.filter((cut) => !ends.has(cut))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('gives the same parts every time', () => {
    fc.assert(
      fc.property(prose, anyNetwork, (text, network) => {
        expect(splitText(text, network)).toEqual(splitText(text, network))
      }),
      { numRuns: 30 },
    )
  })

  test('leaves a text that fits as it is, with or without number', () => {
    const text = `  ${'a'.repeat(270)} end\n`
    expect(splitText(text, 'x')).toEqual([text])
    expect(splitText(text, 'x', { number: true })).toEqual([text.trimEnd()])
    expect(splitText(' \n ', 'x')).toEqual([])
    expect(splitText('', 'x', { number: true })).toEqual([])
  })

  test('breaks between paragraphs first, with the blank line at the end of the part before', () => {
    const one = `${'The first paragraph has a sentence. '.repeat(5).trim()}\n\n`
    const two = 'The second one goes on for a while. '.repeat(4).trim()
    expect(splitText(one + two, 'x')).toEqual([one, two])
  })

  test('breaks between sentences, not within one that would fit', () => {
    const sentence = (n: number) => `Sentence number ${n} says something plain, and then a little more. `
    const text = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(sentence).join('')
    for (const part of splitText(text, 'x')) expect(part).toMatch(/^Sentence .*more\. ?$/s)
  })

  test('breaks a long sentence at a clause, else at a word', () => {
    const clauses = `${'several words that make a clause of their own, '.repeat(12)}end.`
    expect(splitText(clauses, 'x')[0]).toMatch(/own, $/)
    const plain = 'word '.repeat(100)
    for (const part of splitText(plain, 'x')) expect(part).toMatch(/^(?:word )+$/)
  })

  test('breaks languages without spaces between words, and not before closing punctuation', () => {
    const text = '東京は日本の首都であり、世界でも最大級の都市の一つです。'.repeat(12)
    const parts = splitText(text, 'x')
    expect(parts.join('')).toBe(text)
    for (const part of parts) expect(part).toMatch(/。$/)
    const endless = '都市「東京」、'.repeat(60)
    for (const part of splitText(endless, 'x')) expect(part).not.toMatch(/^[」、]|「$/)
  })

  test('cuts a word that is too long between graphemes, and keeps a link that counts little whole', () => {
    expect(splitText('x'.repeat(400), 'x').map(({ length }) => length)).toEqual([280, 120])
    const link = `https://example.com/${'y'.repeat(3000)}`
    expect(
      splitText(`${'word '.repeat(120)}${link} end`, 'mastodon').filter((part) => part.includes(link)),
    ).toHaveLength(1)
    const families = '👨‍👩‍👧‍👦'.repeat(200)
    for (const part of splitText(families, 'x')) expect(part).toMatch(/^(?:👨‍👩‍👧‍👦){60,140}$/u)
  })

  test('cuts a link or a grapheme only where it is longer than a part itself', () => {
    const link = `https://example.com/${'y'.repeat(700)}`
    const parts = splitText(link, 'bluesky')
    expect(parts.join('')).toBe(link)
    for (const part of parts) expect(measure(part, 'bluesky').over).toBe(false)
    const marks = `a${'\u0301'.repeat(4000)}`
    for (const network of ['x', 'bluesky'] as const) {
      const cut = splitText(marks, network)
      expect(cut.join('')).toBe(marks)
      for (const part of cut) expect(measure(part, network).over).toBe(false)
    }
  })

  test('lets white space that has no room lead the next part', () => {
    const text = `${'x'.repeat(280)} and more`
    expect(splitText(text, 'x')).toEqual(['x'.repeat(280), ' and more'])
    const wide = `start${' '.repeat(400)}end`
    const parts = splitText(wide, 'x')
    expect(parts.join('')).toBe(wide)
    expect(parts.map((part) => part.trim())).toEqual(['start', 'end'])
    const hopeless = `start${' '.repeat(900)}end`
    expect(splitText(hopeless, 'x').map((part) => part.trim())).toEqual(['start', 'end'])
  })

  test('leaves no tiny last part where another break is as good', () => {
    const text = 'A sentence of some fifty characters stands here now. '.repeat(6).trim()
    const parts = splitText(text, 'x')
    expect(parts).toHaveLength(2)
    expect(parts[1]?.length).toBeGreaterThan(100)
  })

  test('goes through a very long word without counting it over and over', () => {
    const text = 'é'.repeat(30_000)
    const parts = splitText(text, 'bluesky')
    expect(parts.join('')).toBe(text)
    expect(parts).toHaveLength(100)
  })

  test('does its best with a limit that nothing fits', () => {
    expect(splitText('漢字 ab', 'x', { limit: 1 }).join('')).toBe('漢字 ab')
  })
})

describe('splitting a text into numbered parts', () => {
  test('numbers every part within the limit and loses nothing but white space', () => {
    fc.assert(
      fc.property(texts, anyNetwork, (text, network) => {
        const parts = splitText(text, network, { number: true })
        for (const part of parts) expect(measure(part, network).over).toBe(false)
        const bare =
          parts.length < 2
            ? parts
            : parts.map((part, index) => {
                const suffix = ` ${index + 1}/${parts.length}`
                expect(part.endsWith(suffix)).toBe(true)
                return part.slice(0, -suffix.length)
              })
        expect(bare.every((part) => part === part.trimEnd() && part.trim() !== '')).toBe(true)
        const dense = (one: string) => one.replaceAll(/\s+/g, '')
        expect(dense(bare.join(''))).toBe(dense(text))
      }),
      { numRuns: 300 },
    )
  })

  test('joins back to the source with its white space normalised', () => {
    const text = 'One sentence here.  Another\tone there.\n\nA paragraph more. '.repeat(40)
    const parts = splitText(text, 'x', { number: true })
    const bare = parts.map((part) => part.replace(/ \d+\/\d+$/, ''))
    expect(bare.join(' ').replaceAll(/\s+/g, ' ')).toBe(text.trim().replaceAll(/\s+/g, ' '))
  })

  test('makes room for wider numbers when their count grows from 9 to 10 and from 99 to 100', () => {
    for (const size of [270, 275, 276, 278]) {
      for (let count = 7; count <= 12; count++) {
        const parts = splitText(`${'x'.repeat(size - 1)} `.repeat(count), 'x', { number: true })
        for (const part of parts) expect(countedLength(part, 'x')).toBeLessThanOrEqual(280)
        expect(parts.at(-1)).toMatch(new RegExp(` ${parts.length}/${parts.length}$`))
      }
    }
    const many = splitText('four '.repeat(56 * 99), 'x', { number: true })
    expect(many.length).toBeGreaterThan(99)
    for (const part of many) expect(countedLength(part, 'x')).toBeLessThanOrEqual(280)
  })
})
