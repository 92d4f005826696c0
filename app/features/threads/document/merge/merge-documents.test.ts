import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentOf, idsOf, prose, textsOf, tweet } from '../document.fixture.ts'
import { longestTweet } from '../document-limits.ts'
import type { DocumentTweet, ThreadDocument } from '../thread-document.ts'
import { mergeDocuments } from './merge-documents.ts'

const ofIds = (ids: string) => documentOf(...[...ids].map((id) => tweet(id)))
const orderOf = (base: string, mine: string, theirs: string) =>
  idsOf(mergeDocuments(ofIds(base), ofIds(mine), ofIds(theirs)).merged).join('')

describe('the order', () => {
  test('follows both sides’ moves', () => {
    expect(orderOf('abcdefg', 'bcdaefg', 'abgcdef')).toBe('bgcdaef')
    expect(orderOf('abc', 'bac', 'abc')).toBe('bac')
    expect(orderOf('abcd', 'dabc', 'abcd')).toBe('dabc')
  })

  test('has what each side added where it added it, and not what either removed', () => {
    expect(orderOf('abc', 'axbc', 'abyc')).toBe('axbyc')
    expect(orderOf('abcd', 'acd', 'abd')).toBe('ad')
    expect(orderOf('abc', 'cab', 'abxc')).toBe('cabx')
  })

  test('has both where both added at one place, the same way round for either', () => {
    expect(orderOf('ab', 'axb', 'ayb')).toBe(orderOf('ab', 'ayb', 'axb'))
    expect(orderOf('ab', 'axb', 'ayb')).toMatch(/^a(xy|yx)b$/)
    expect(orderOf('', 'xy', 'z')).toMatch(/^(xyz|zxy)$/)
  })

  test('puts what both moved in one of the two places', () => {
    expect(orderOf('abcde', 'bcdae', 'bacde')).toMatch(/^(bacde|bcdae)$/)
  })
})

describe('tweets', () => {
  const base = documentOf(tweet('a', 'The river froze in 1963.'), tweet('b'))
  const withA = (text: string, marks: Partial<DocumentTweet> = {}) =>
    documentOf(tweet('a', text, marks), tweet('b'))

  test('have both sides’ words', () => {
    const { merged, conflicts } = mergeDocuments(
      base,
      withA('The wide river froze in 1963.'),
      withA('The river froze in 1962.'),
    )
    expect(textsOf(merged)[0]).toBe('The wide river froze in 1962.')
    expect(conflicts).toEqual([])
  })

  test('have mine where both changed the same words, and the conflict tells all three', () => {
    const { merged, conflicts } = mergeDocuments(
      base,
      withA('The river froze in 1964.'),
      withA('The river froze in 1962.'),
    )
    expect(textsOf(merged)[0]).toBe('The river froze in 1964.')
    expect(conflicts).toEqual([
      {
        kind: 'text',
        tweetId: 'a',
        base: 'The river froze in 1963.',
        mine: 'The river froze in 1964.',
        theirs: 'The river froze in 1962.',
      },
    ])
  })

  test('are kept where one side removed what the other changed, and told', () => {
    const changed = withA('The river froze twice.')
    const kept = { kind: 'removed', tweetId: 'a', base: 'The river froze in 1963.' }
    const one = mergeDocuments(base, ofIds('b'), changed)
    expect(textsOf(one.merged)).toEqual(['The river froze twice.', 'Text of b.'])
    expect(one.conflicts).toEqual([{ ...kept, mine: null, theirs: 'The river froze twice.' }])
    expect(mergeDocuments(base, changed, ofIds('b'))).toEqual({
      merged: one.merged,
      conflicts: [{ ...kept, mine: 'The river froze twice.', theirs: null }],
    })
    const locked = withA('The river froze in 1963.', { isLocked: true })
    expect(mergeDocuments(base, ofIds('b'), locked).conflicts).toHaveLength(1)
  })

  test('are gone where the other side’s check alone found other passages', () => {
    const found = withA('The river froze in 1963.', { spans: [{ start: 0, end: 4 }] })
    expect(mergeDocuments(base, ofIds('b'), found)).toEqual({ merged: ofIds('b'), conflicts: [] })
  })

  test('have lock, opinion, passages and numbering of the side that changed them', () => {
    const [one, two] = [
      { start: 0, end: 4 },
      { start: 9, end: 12 },
    ]
    const mine = withA('The river froze in 1963.', { isLocked: true, spans: [two] })
    const theirs = {
      ...withA('The river froze in 1963.', { isOpinion: true, spans: [one] }),
      numbering: true,
    }
    expect(mergeDocuments(base, mine, theirs).merged).toEqual({
      ...withA('The river froze in 1963.', { isLocked: true, isOpinion: true, spans: [one, two] }),
      numbering: true,
    })
    expect(mergeDocuments(mine, base, base).merged).toEqual(base)
  })

  test('that would grow longer than can be saved are a conflict', () => {
    const long = 'x'.repeat(longestTweet - 40)
    const at = (before: string, after: string) => withA(`${before}Begin ${long} end${after}`)
    const { merged, conflicts } = mergeDocuments(
      at('', ''),
      at('Thirty characters more of it. ', ''),
      at('', ' and these'),
    )
    expect(merged).toEqual(at('Thirty characters more of it. ', ''))
    expect(conflicts).toHaveLength(1)
  })

  test('added by both sides under one id with other texts are a conflict without a base', () => {
    const { merged, conflicts } = mergeDocuments(
      documentOf(),
      documentOf(tweet('n', 'One')),
      documentOf(tweet('n', 'Two')),
    )
    expect(textsOf(merged)).toEqual(['One'])
    expect(conflicts).toEqual([{ kind: 'text', tweetId: 'n', base: null, mine: 'One', theirs: 'Two' }])
  })
})

const spans = fc.array(fc.record({ start: fc.nat(5), end: fc.nat(9) }), { maxLength: 2 })
const anyTweet = (id: fc.Arbitrary<string>) =>
  fc.record({ id, text: prose(6), spans, isOpinion: fc.boolean(), isLocked: fc.boolean() })
const anyDocument = fc.record({
  numbering: fc.boolean(),
  tweets: fc.uniqueArray(anyTweet(fc.constantFrom(...'abcdefghijkl')), { selector: ({ id }) => id }),
})

describe('any three documents', () => {
  test('a side that changed nothing gives the other, and the same on both gives it', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (base, other) => {
        expect(mergeDocuments(base, other, base)).toEqual({ merged: other, conflicts: [] })
        expect(mergeDocuments(base, base, other)).toEqual({ merged: other, conflicts: [] })
        expect(mergeDocuments(base, other, structuredClone(other))).toEqual({ merged: other, conflicts: [] })
        expect(mergeDocuments(base, other, base).merged).toBe(other)
      }),
    )
  })

  test('every tweet that either side has and neither removed is there once, whichever side asks', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, anyDocument, (base, mine, theirs) => {
        const { merged, conflicts } = mergeDocuments(base, mine, theirs)
        const told = new Set(conflicts.map(({ tweetId }) => tweetId))
        const has = (document: ThreadDocument, id: string) => idsOf(document).includes(id)
        const wanted = [...'abcdefghijkl'].filter((id) => {
          if (has(mine, id) && has(theirs, id)) return true
          return (has(mine, id) || has(theirs, id)) && (!has(base, id) || told.has(id))
        })
        expect(idsOf(merged).toSorted()).toEqual(wanted)
        const exchanged = mergeDocuments(base, theirs, mine)
        expect(idsOf(exchanged.merged)).toEqual(idsOf(merged))
        expect(exchanged.conflicts.map(({ tweetId }) => tweetId)).toEqual(
          conflicts.map(({ tweetId }) => tweetId),
        )
        for (const [at, one] of merged.tweets.entries()) {
          if (!told.has(one.id)) expect(exchanged.merged.tweets[at]).toEqual(one)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('what each side moved alone stays in that side’s order', () => {
    const order = fc.shuffledSubarray([...'abcdefgh'], { minLength: 8 })
    fc.assert(
      fc.property(order, (mine) => {
        expect(orderOf('abcdefgh', mine.join(''), 'abcdxefgh').replace('x', '')).toBe(mine.join(''))
      }),
    )
  })
})

test('has the name of the side that gave one, and mine where both did', () => {
  const called = (title: string | null) => ({ ...documentOf(tweet('a')), title })
  const name = (base: string | null, mine: string | null, theirs: string | null) =>
    mergeDocuments(called(base), called(mine), called(theirs)).merged.title
  expect(name(null, 'Mine', null)).toBe('Mine')
  expect(name('Old', 'Old', null)).toBe(null)
  expect(name('Old', 'Mine', 'Theirs')).toBe('Mine')
})
