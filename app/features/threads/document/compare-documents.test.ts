import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareDocuments } from './compare-documents.ts'
import { documentOf, idsOf, prose, textsOf, tweet } from './document.fixture.ts'
import type { ThreadDocument } from './thread-document.ts'

const kinds = (before: ThreadDocument, after: ThreadDocument) =>
  compareDocuments(before, after).tweets.map(({ tweetId, kind }) => `${tweetId} ${kind}`)
const ofIds = (ids: string) => documentOf(...[...ids].map((id) => tweet(id)))

test('tells what changed word by word, what came, went and moved, and sums it up', () => {
  const before = documentOf(tweet('a', 'The river froze.'), tweet('b'), tweet('c'), tweet('d'))
  const after = documentOf(tweet('d'), tweet('a', 'The wide river froze.'), tweet('n', 'New.'), tweet('c'))
  const { tweets, summary } = compareDocuments(before, after)
  expect(kinds(before, after)).toEqual(['d moved', 'a changed', 'b removed', 'n added', 'c same'])
  expect(tweets[1]?.words).toEqual([
    { text: 'The ', change: 'same' },
    { text: 'wide ', change: 'added' },
    { text: 'river froze.', change: 'same' },
  ])
  expect(tweets[2]?.words).toEqual([{ text: 'Text of b.', change: 'removed' }])
  expect(tweets[3]?.words).toEqual([{ text: 'New.', change: 'added' }])
  expect(summary).toBe('1 tweet changed, 1 added, 1 removed, 1 moved.')
})

test('has removed tweets where they stood, at the start and several together too', () => {
  expect(kinds(ofIds('abcd'), ofIds('d'))).toEqual(['a removed', 'b removed', 'c removed', 'd same'])
  expect(kinds(ofIds('abc'), ofIds('a'))).toEqual(['a same', 'b removed', 'c removed'])
  expect(kinds(ofIds('ab'), documentOf())).toEqual(['a removed', 'b removed'])
})

test('tells a tweet that changed and moved as changed, and that it moved', () => {
  const after = documentOf(tweet('b'), tweet('c'), tweet('a', 'Other.'))
  const change = compareDocuments(ofIds('abc'), after).tweets.at(-1)
  expect(change).toMatchObject({ tweetId: 'a', kind: 'changed', isMoved: true })
})

test('tells of locks, opinions and numbering', () => {
  const before = documentOf(tweet('a', 'A', { isLocked: true }), tweet('b'), tweet('c'))
  const after = {
    numbering: true,
    tweets: [
      tweet('a', 'A'),
      tweet('b', 'Text of b.', { isLocked: true }),
      tweet('c', 'Text of c.', { isOpinion: true }),
    ],
  }
  const { tweets, numberingChanged, summary } = compareDocuments(before, after)
  expect(
    tweets.map(({ kind, lockedChanged, opinionChanged }) => [kind, lockedChanged, opinionChanged]),
  ).toEqual([
    ['same', true, false],
    ['same', true, false],
    ['same', false, true],
  ])
  expect(numberingChanged).toBe(true)
  expect(summary).toBe('1 tweet locked, 1 unlocked, 1 marked as opinion, numbering switched on.')
  expect(compareDocuments({ ...before, numbering: true }, before).summary).toBe('Numbering switched off.')
})

test('says in the plural what is several, and that nothing changed when only the check found other passages', () => {
  const two = documentOf(tweet('a', 'One.'), tweet('b', 'Two.'), tweet('c'), tweet('n'))
  expect(compareDocuments(ofIds('abc'), two).summary).toBe('2 tweets changed, 1 added.')
  const found = documentOf(tweet('a', 'Text of a.', { spans: [{ start: 0, end: 3 }] }))
  expect(compareDocuments(ofIds('a'), found).summary).toBe('Nothing changed.')
})

test('both documents can be read from any comparison', () => {
  const ids = fc.shuffledSubarray([...'abcdef'])
  const anyDocument = fc
    .tuple(ids, fc.array(prose(5), { minLength: 6, maxLength: 6 }))
    .map(([order, texts]) => documentOf(...order.map((id, at) => tweet(id, texts[at]))))
  fc.assert(
    fc.property(anyDocument, anyDocument, (before, after) => {
      const { tweets } = compareDocuments(before, after)
      const later = tweets.filter(({ kind }) => kind !== 'removed')
      expect(later.map(({ tweetId }) => tweetId)).toEqual(idsOf(after))
      const without = (change: 'added' | 'removed') => (one: (typeof tweets)[number]) =>
        one.words
          .filter((word) => word.change !== change)
          .map(({ text }) => text)
          .join('')
      expect(later.map(without('removed'))).toEqual(textsOf(after))
      const earlier = tweets.filter(({ kind }) => kind !== 'added')
      expect(new Map(earlier.map((one) => [one.tweetId, without('added')(one)]))).toEqual(
        new Map(before.tweets.map(({ id, text }) => [id, text])),
      )
    }),
  )
})

test('says what the thread was called, and that it is called like its source again', () => {
  const [plain, named] = [documentOf(tweet('a')), { ...documentOf(tweet('a')), title: 'Winter' }]
  expect(compareDocuments(plain, named).summary).toBe('Called “Winter”.')
  expect(compareDocuments(named, plain).summary).toBe('Called like its source again.')
  expect(compareDocuments(plain, { ...plain, title: null }).summary).toBe('Nothing changed.')
})
