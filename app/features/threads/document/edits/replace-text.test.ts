import { describe, expect, test } from 'vitest'
import { codeOf, documentOf, edited, textsOf, tweet } from '../document.fixture.ts'
import { longestTweet } from '../document-limits.ts'
import { findText, type Wanted } from './find-text.ts'
import { replaceAll, replaceHit } from './replace-text.ts'

const wanted = (text: string, options: Partial<Wanted> = {}): Wanted => {
  return { text, matchCase: false, wholeWord: false, ...options }
}
const found = (text: string, ...[search, options]: Parameters<typeof wanted>) =>
  findText(documentOf(tweet('a', text)), wanted(search, options)).map(({ start, end }) =>
    text.slice(start, end),
  )

describe('finding', () => {
  test('gives every place, tweet by tweet, in locked ones too', () => {
    const document = documentOf(
      tweet('a', 'Ice on ice.'),
      tweet('b', 'No'),
      tweet('c', 'ice', { isLocked: true }),
    )
    expect(findText(document, wanted('ice'))).toEqual([
      { tweetId: 'a', start: 0, end: 3 },
      { tweetId: 'a', start: 7, end: 10 },
      { tweetId: 'c', start: 0, end: 3 },
    ])
    expect(findText(document, wanted(''))).toEqual([])
  })

  test('tells upper and lower case apart when asked, in other scripts too', () => {
    expect(found('Ice ice', 'ice', { matchCase: true })).toEqual(['ice'])
    expect(found('Река река ÉTÉ', 'РЕКА')).toEqual(['Река', 'река'])
    expect(found('Река река ÉTÉ', 'été')).toEqual(['ÉTÉ'])
  })

  test('finds whole words only when asked, in Japanese too', () => {
    expect(found('ice, iced nice ICE', 'ice', { wholeWord: true })).toEqual(['ice', 'ICE'])
    expect(found('étés été', 'été', { wholeWord: true })).toEqual(['été'])
    expect(found('東京都は日本の首都です', '日本', { wholeWord: true })).toEqual(['日本'])
    expect(found('don’t do', 'do', { wholeWord: true })).toEqual(['do'])
  })

  test('takes what is searched literally', () => {
    expect(found('C++ (and c++) a.c abc', 'c++')).toEqual(['C++', 'c++'])
    expect(found('a.c abc', 'a.c')).toEqual(['a.c'])
    expect(found('1-2 [x] {y} a/b ^$|\\', '^$|\\')).toEqual(['^$|\\'])
  })

  test('never finds a part of what is seen as one character', () => {
    expect(found('👨 👨‍👩‍👧 👍🏽 👍 cafe\u0301', '👨')).toEqual(['👨'])
    expect(found('👨 👨‍👩‍👧 👍🏽 👍', '👩')).toEqual([])
    expect(found('👨 👨‍👩‍👧 👍🏽 👍', '👍')).toEqual(['👍'])
    expect(found('cafe\u0301', 'e')).toEqual([])
  })
})

describe('replacing', () => {
  test('replaces all, skips locked tweets and those that would grow too long, and counts them', () => {
    const document = documentOf(
      tweet('a', 'ice on ice'),
      tweet('b', 'ice held', { isLocked: true }),
      tweet('c', `ice ${'x'.repeat(longestTweet - 4)}`),
      tweet('d', 'nothing'),
    )
    const { document: after, ...counts } = replaceAll(document, wanted('ICE'), '$& snow')
    expect(textsOf(after).slice(0, 2)).toEqual(['$& snow on $& snow', 'ice held'])
    expect(counts).toEqual({ replaced: 2, locked: 1, tooLong: 1 })
    for (const at of [1, 2, 3]) expect(after.tweets[at]).toBe(document.tweets[at])
  })

  test('leaves the very same document where nothing was found', () => {
    const document = documentOf(tweet('a'))
    expect(replaceAll(document, wanted('zebra'), 'x').document).toBe(document)
  })

  test('replaces one place and puts the cursor behind it', () => {
    const document = documentOf(tweet('a', 'ice on ice'))
    const outcome = replaceHit(document, { tweetId: 'a', start: 7, end: 10 }, 'snow')
    expect(textsOf(edited(outcome))).toEqual(['ice on snow'])
    expect(outcome).toMatchObject({ cursor: { tweetId: 'a', start: 11, end: 11 } })
    const locked = documentOf(tweet('a', 'ice', { isLocked: true }))
    expect(codeOf(replaceHit(locked, { tweetId: 'a', start: 0, end: 3 }, 'snow'))).toBe('tweet-locked')
  })
})
