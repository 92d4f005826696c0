import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prose } from '../document.fixture.ts'
import { type MergeSegment, mergedText, mergeTexts } from './merge-texts.ts'
import { wordTokens } from './word-tokens.ts'

const conflictsIn = (segments: MergeSegment[]) => segments.filter(({ kind }) => kind === 'conflict')

describe('merging two changes of a text', () => {
  test('takes both where they are apart, and says whose each is', () => {
    const segments = mergeTexts(
      'The river froze in 1963.',
      'The wide river froze in 1963.',
      'The river froze in 1962.',
    )
    expect(segments).toEqual([
      { kind: 'same', text: 'The ' },
      { kind: 'mine', text: 'wide ', base: '' },
      { kind: 'same', text: 'river froze in ' },
      { kind: 'theirs', text: '1962', base: '1963' },
      { kind: 'same', text: '.' },
    ])
  })

  test('takes words beside each other, out and in', () => {
    expect(mergedText(mergeTexts('the quick fox ran', 'the slow fox ran', 'the quick dog ran'))).toBe(
      'the slow dog ran',
    )
    expect(mergedText(mergeTexts('one two three four', 'one three four', 'one two three'))).toBe('one three')
  })

  test('has what both did alike once', () => {
    expect(mergeTexts('a b', 'a new b', 'a new b')).toEqual([{ kind: 'same', text: 'a new b' }])
    expect(mergedText(mergeTexts('It froze. Why?', 'It froze hard. Why?', 'It froze hard. Why not?'))).toBe(
      'It froze hard. Why not?',
    )
  })

  test('tells of changes of the same words, in pieces that can be read', () => {
    const segments = mergeTexts('The old town burned.', 'The new city burned.', 'The small village burned.')
    expect(segments).toEqual([
      { kind: 'same', text: 'The ' },
      { kind: 'conflict', mine: 'new city', theirs: 'small village', base: 'old town' },
      { kind: 'same', text: ' burned.' },
    ])
    expect(mergedText(segments)).toBe('The new city burned.')
    expect(mergedText(segments, 'theirs')).toBe('The small village burned.')
  })

  test('parts Japanese by its words', () => {
    expect(
      mergedText(mergeTexts('東京は日本の首都です。', '京都は日本の首都です。', '東京は日本の古都です。')),
    ).toBe('京都は日本の古都です。')
  })

  test('never mixes two changes of one link', () => {
    const at = (path: string) => `See https://example.com/${path} for more.`
    const segments = mergeTexts(at('a/b'), at('new/b'), at('a/new'))
    expect(conflictsIn(segments)).toEqual([
      {
        kind: 'conflict',
        mine: 'https://example.com/new/b',
        theirs: 'https://example.com/a/new',
        base: 'https://example.com/a/b',
      },
    ])
  })

  test('takes texts that share hardly anything as a conflict as a whole', () => {
    const many = (word: string) => Array.from({ length: 400 }, (_, at) => `${word}${at}`).join(' ')
    const segments = mergeTexts(many('a'), many('b'), many('c'))
    expect(segments).toEqual([{ kind: 'conflict', mine: many('b'), theirs: many('c'), base: many('a') }])
  })

  test('gives a side back where the other changed nothing, and both where they are the same', () => {
    fc.assert(
      fc.property(prose(), prose(), (base, other) => {
        expect(mergedText(mergeTexts(base, other, base))).toBe(other)
        expect(mergedText(mergeTexts(base, base, other))).toBe(other)
        expect(mergedText(mergeTexts(base, other, other))).toBe(other)
      }),
    )
  })

  test('keeps each side and the base readable from the pieces, and exchanging the sides changes nothing else', () => {
    const exchanged: Record<string, string> = { mine: 'theirs', theirs: 'mine' }
    fc.assert(
      fc.property(prose(12), prose(12), prose(12), (base, mine, theirs) => {
        const segments = mergeTexts(base, mine, theirs)
        const whole = (side: 'mine' | 'theirs') =>
          segments
            .map((one) =>
              one.kind === 'same'
                ? one.text
                : one.kind === 'conflict'
                  ? one[side]
                  : one.kind === side
                    ? one.text
                    : one.base,
            )
            .join('')
        expect(whole('mine')).toBe(mine)
        expect(whole('theirs')).toBe(theirs)
        expect(mergeTexts(base, theirs, mine)).toEqual(
          segments.map((one) =>
            one.kind === 'conflict'
              ? { ...one, mine: one.theirs, theirs: one.mine }
              : { ...one, kind: exchanged[one.kind] ?? one.kind },
          ),
        )
      }),
    )
  })

  test('loses no word that a side added', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 2 })), { maxLength: 4 })
    const changedBy = (words: string[], side: string, places: [number, number][]) =>
      places
        .reduce((so, [at, out], index) => so.toSpliced(at % (so.length + 1), out, `${side}${index}`), words)
        .join(' ')
    fc.assert(
      fc.property(fc.nat({ max: 30 }), edits, edits, (length, one, two) => {
        const words = Array.from({ length }, (_, at) => `word${at}`)
        const [mine, theirs] = [changedBy(words, 'mine', one), changedBy(words, 'theirs', two)]
        const segments = mergeTexts(words.join(' '), mine, theirs)
        const merged = new Set(wordTokens(mergedText(segments)))
        const either = new Set([...merged, ...wordTokens(mergedText(segments, 'theirs'))])
        for (const word of wordTokens(`${mine} ${theirs}`)) {
          if (!/mine|theirs/.test(word)) continue
          expect(either).toContain(word)
          if (conflictsIn(segments).length === 0) expect(merged).toContain(word)
        }
      }),
      { numRuns: 300 },
    )
  })
})
