import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { countedLength } from './count.ts'
import { findEntities } from './entities.ts'
import { type Network, networks } from './networks.ts'
import { fitText, numberReserve, numberTexts } from './numbering.ts'

// Many runs of a property take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

describe('numbering posts', () => {
  test('adds the position and the total after one space', () => {
    expect(numberTexts(['One.', 'Two.\n', 'Three.'])).toEqual(['One. 1/3', 'Two. 2/3', 'Three. 3/3'])
    expect(numberTexts(['Alone. '])).toEqual(['Alone.'])
    expect(numberTexts([])).toEqual([])
  })

  test('reserves room for the widest number, never less for more posts', () => {
    expect(numberReserve(1, 'x')).toBe(0)
    expect(numberReserve(9, 'x')).toBe(4)
    expect(numberReserve(10, 'bluesky')).toBe(6)
    expect(numberReserve(100, 'linkedin')).toBe(8)
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.constantFrom<Network>(...networks),
        (total, network) => {
          expect(numberReserve(total + 1, network)).toBeGreaterThanOrEqual(numberReserve(total, network))
          const last = numberTexts(Array.from({ length: total }, () => 'a')).at(-1) ?? ''
          expect(countedLength(last, network)).toBe(1 + numberReserve(total, network))
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe('cutting a text to a length', () => {
  test('leaves what fits', () => {
    expect(fitText('Short enough. ', 'x', 20)).toBe('Short enough.')
  })

  test('keeps whole sentences where at least one fits', () => {
    expect(fitText('First one. Second one. Third one.', 'x', 25)).toBe('First one. Second one.')
  })

  test('keeps a clause where no sentence fits, and says that more was there', () => {
    expect(fitText('It began in spring, with rain that would not end at all.', 'x', 30)).toBe(
      'It began in spring…',
    )
  })

  test('keeps words where no clause fits', () => {
    expect(fitText('An unbroken line of words without any pause', 'x', 22)).toBe('An unbroken line of…')
  })

  test('cuts a single long word, but no link, mention or tag', () => {
    expect(fitText('x'.repeat(50), 'bluesky', 10)).toBe(`${'x'.repeat(9)}…`)
    expect(fitText('https://example.com/long', 'bluesky', 10)).toBe('')
    expect(fitText('#averylonghashtagindeed', 'x', 10)).toBe('')
  })

  test('always fits, is a beginning of the text, and breaks no link, mention, tag', () => {
    const word = fc.constantFrom(
      'word',
      'and,',
      'end.',
      'https://example.com/x',
      '#tag',
      '@name',
      '👨‍👩‍👧‍👦',
      '漢字、文。',
      'e\u0301',
      '\n\n',
    )
    const text = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(
        text,
        fc.constantFrom<Network>(...networks),
        fc.integer({ min: 0, max: 200 }),
        (one, network, limit) => {
          const cut = fitText(one, network, limit)
          expect(countedLength(cut, network)).toBeLessThanOrEqual(limit)
          const kept = cut.replace(/…$/, '')
          expect(one.startsWith(kept)).toBe(true)
          const broken = findEntities(one).filter(
            ({ start, end }) => start < kept.length && kept.length < end,
          )
          expect(broken).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })
})
