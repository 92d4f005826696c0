import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  codeOf,
  documentOf,
  edited,
  idsOf,
  prose,
  textsOf,
  tweet,
  withoutSpace,
} from '../document.fixture.ts'
import { longestTitle, longestTweet, mostTweets } from '../document-limits.ts'
import type { ThreadDocument } from '../thread-document.ts'
import { duplicateTweet, insertEmptyTweet, moveTweet, moveTweetBy, removeTweet } from './arrange-tweets.ts'
import { setLocked, setNumbering, setOpinion } from './mark-tweet.ts'
import { mergeWithNext } from './merge-with-next.ts'
import { setText } from './set-text.ts'
import { setTitle } from './set-title.ts'
import { splitTweet } from './split-tweet.ts'

const abc = documentOf(tweet('a'), tweet('b'), tweet('c'))
const locked = documentOf(tweet('a', 'Held here.', { isLocked: true }), tweet('b'))
const full = documentOf(...Array.from({ length: mostTweets }, (_, at) => tweet(`t${at}`)))

describe('a name', () => {
  test('is one line, and an empty one leaves it to the source', () => {
    const named = edited(setTitle(abc, '  The long\n winter '))
    expect(named.title).toBe('The long winter')
    expect(named.tweets).toBe(abc.tweets)
    expect(edited(setTitle(named, 'The long winter'))).toBe(named)
    expect(edited(setTitle(named, ' ')).title).toBe(null)
    expect(codeOf(setTitle(abc, 'x'.repeat(longestTitle + 1)))).toBe('title-too-long')
  })
})

describe('typing', () => {
  test('changes one tweet and leaves the others the same objects', () => {
    const after = edited(setText(abc, 'b', 'New.'))
    expect(textsOf(after)).toEqual(['Text of a.', 'New.', 'Text of c.'])
    expect(after.tweets[0]).toBe(abc.tweets[0])
    expect(after.tweets[2]).toBe(abc.tweets[2])
    expect(edited(setText(abc, 'b', 'Text of b.'))).toBe(abc)
  })

  test('takes back the word that it is an opinion, and keeps the passages', () => {
    const spans = [{ start: 1, end: 5 }]
    const [after] = edited(
      setText(documentOf(tweet('a', 'Old', { isOpinion: true, spans })), 'a', 'New'),
    ).tweets
    expect(after).toMatchObject({ isOpinion: false, spans })
  })

  test('refuses a locked tweet, one that is gone, and a text nobody can save', () => {
    expect(codeOf(setText(locked, 'a', 'x'))).toBe('tweet-locked')
    expect(codeOf(setText(abc, 'z', 'x'))).toBe('tweet-not-found')
    expect(codeOf(setText(abc, 'a', 'x'.repeat(longestTweet + 1)))).toBe('tweet-too-long')
    expect(codeOf(setText(abc, 'a', 'x'.repeat(longestTweet)))).toBe(null)
  })
})

describe('splitting', () => {
  const spans = [{ start: 0, end: 9 }]
  const whole = documentOf(tweet('a', 'One two.  Three four.', { spans }))

  test('cuts at the cursor, trims there, and leaves the passages to both halves', () => {
    const outcome = splitTweet(whole, 'a', 9, 'n')
    expect(edited(outcome).tweets).toEqual([
      tweet('a', 'One two.', { spans }),
      tweet('n', 'Three four.', { spans }),
    ])
    expect(outcome).toMatchObject({ cursor: { tweetId: 'n', start: 0, end: 0 } })
  })

  test('adds an empty tweet at either end, and the text keeps its tweet', () => {
    const atEnd = edited(splitTweet(whole, 'a', 21, 'n'))
    expect(atEnd.tweets).toEqual([...whole.tweets, tweet('n', '')])
    expect(atEnd.tweets[0]).toBe(whole.tweets[0])
    const atStart = edited(splitTweet(whole, 'a', 0, 'n'))
    expect(atStart.tweets).toEqual([tweet('n', ''), ...whole.tweets])
    expect(atStart.tweets[1]).toBe(whole.tweets[0])
  })

  test('refuses a locked tweet and a full thread', () => {
    expect(codeOf(splitTweet(locked, 'a', 3, 'n'))).toBe('tweet-locked')
    expect(codeOf(splitTweet(full, 't3', 3, 'n'))).toBe('thread-full')
  })

  test('loses nothing but white space, and joining again gives it back', () => {
    fc.assert(
      fc.property(prose(), fc.nat(), (text, at) => {
        const before = documentOf(tweet('a', text))
        const halves = edited(splitTweet(before, 'a', at % (text.length + 1), 'n'))
        expect(withoutSpace(textsOf(halves).join(''))).toBe(withoutSpace(text))
        const joined = edited(mergeWithNext(halves, halves.tweets[0]?.id ?? '', null))
        expect(withoutSpace(textsOf(joined).join(''))).toBe(withoutSpace(text))
      }),
    )
  })
})

describe('joining with the next', () => {
  test('keeps the first’s id, and the cursor stands where the second begins', () => {
    const outcome = mergeWithNext(abc, 'a', null)
    expect(edited(outcome).tweets).toEqual([tweet('a', 'Text of a. Text of b.'), tweet('c')])
    expect(outcome).toMatchObject({ cursor: { tweetId: 'a', start: 11, end: 11 } })
  })

  test('makes one passage of those that follow each other in the source', () => {
    const source = 'One. Two. Three.'
    const two = documentOf(
      tweet('a', 'One.', { spans: [{ start: 0, end: 4 }] }),
      tweet('b', 'Two.', { spans: [{ start: 5, end: 9 }] }),
    )
    expect(edited(mergeWithNext(two, 'a', source)).tweets[0]?.spans).toEqual([{ start: 0, end: 9 }])
    expect(edited(mergeWithNext(two, 'a', null)).tweets[0]?.spans).toHaveLength(2)
  })

  test('is an opinion where both were', () => {
    const opinions = (...marks: boolean[]) =>
      documentOf(...marks.map((isOpinion, at) => tweet(`t${at}`, 'Said.', { isOpinion })))
    expect(edited(mergeWithNext(opinions(true, true), 't0', null)).tweets[0]?.isOpinion).toBe(true)
    expect(edited(mergeWithNext(opinions(true, false), 't0', null)).tweets[0]?.isOpinion).toBe(false)
  })

  test('refuses where either is locked, the last one, and what would be too long', () => {
    expect(codeOf(mergeWithNext(locked, 'a', null))).toBe('tweet-locked')
    const lockedNext = documentOf(tweet('a'), tweet('b', 'Held.', { isLocked: true }))
    expect(codeOf(mergeWithNext(lockedNext, 'a', null))).toBe('tweet-locked')
    expect(codeOf(mergeWithNext(abc, 'c', null))).toBe('no-next-tweet')
    const long = documentOf(tweet('a', 'x'.repeat(2_000)), tweet('b', 'y'.repeat(2_000)))
    expect(codeOf(mergeWithNext(long, 'a', null))).toBe('tweet-too-long')
  })
})

describe('arranging', () => {
  test('moves a tweet to a place, and by one, and no farther than the ends', () => {
    expect(idsOf(edited(moveTweet(abc, 'a', 2)))).toEqual(['b', 'c', 'a'])
    expect(idsOf(edited(moveTweet(abc, 'c', 0)))).toEqual(['c', 'a', 'b'])
    expect(idsOf(edited(moveTweetBy(abc, 'b', -1)))).toEqual(['b', 'a', 'c'])
    expect(idsOf(edited(moveTweetBy(abc, 'b', 1)))).toEqual(['a', 'c', 'b'])
    expect(edited(moveTweetBy(abc, 'c', 1))).toBe(abc)
    expect(idsOf(edited(moveTweet(abc, 'a', 99)))).toEqual(['b', 'c', 'a'])
  })

  test('adds an empty tweet before, after, and in an empty thread', () => {
    expect(idsOf(edited(insertEmptyTweet(abc, { tweetId: 'b', side: 'before' }, 'n')))).toEqual([...'anbc'])
    expect(idsOf(edited(insertEmptyTweet(abc, { tweetId: 'b', side: 'after' }, 'n')))).toEqual([...'abnc'])
    expect(edited(insertEmptyTweet(documentOf(), null, 'n'))).toEqual(documentOf(tweet('n', '')))
    expect(codeOf(insertEmptyTweet(full, null, 'n'))).toBe('thread-full')
  })

  test('duplicates a locked tweet as one that can be changed', () => {
    const after = edited(duplicateTweet(locked, 'a', 'n'))
    expect(after.tweets.slice(0, 2)).toEqual([locked.tweets[0], tweet('n', 'Held here.')])
    expect(codeOf(duplicateTweet(full, 't0', 'n'))).toBe('thread-full')
  })

  test('removes a tweet, the last one too, but none that is locked', () => {
    const outcome = removeTweet(abc, 'b')
    expect(idsOf(edited(outcome))).toEqual(['a', 'c'])
    expect(outcome).toMatchObject({ cursor: { tweetId: 'a', start: 10, end: 10 } })
    expect(edited(removeTweet(documentOf(tweet('a')), 'a')).tweets).toEqual([])
    expect(codeOf(removeTweet(locked, 'a'))).toBe('tweet-locked')
  })
})

test('locking, opinion and numbering are switched, and what stays so is the same document', () => {
  const off: ThreadDocument = locked
  expect(edited(setLocked(off, 'a', false)).tweets[0]?.isLocked).toBe(false)
  expect(edited(setOpinion(off, 'a', true)).tweets[0]).toMatchObject({ isOpinion: true, isLocked: true })
  expect(edited(setNumbering(off, true)).numbering).toBe(true)
  expect(edited(setLocked(off, 'a', true))).toBe(off)
  expect(edited(setOpinion(off, 'a', false))).toBe(off)
  expect(edited(setNumbering(off, false))).toBe(off)
})
