import { describe, expect, test } from 'vitest'
import type { StoredTweet } from '../stored-tweet.ts'
import { composeVariant } from './compose-variant.ts'
import { asLittleText, reservedMarks } from './little-text.ts'
import type { OwnPart } from './variant.ts'

const said = (text: string) => ({ text, spans: [], verdict: null, reasons: [], isOpinion: false })
const tweetOf = (text: string, at: number): StoredTweet => ({
  ...said(text),
  id: `t${at + 1}`,
  position: at + 1,
  isLocked: false,
})
const master = { tweets: ['One.', 'Two.', 'Three.'].map(tweetOf), numbering: true }
const own = (tweetId: string, madeFrom: string, texts: string[]): OwnPart => ({
  tweetId,
  madeFrom,
  texts: texts.map(said),
})

describe('a thread on another network', () => {
  test('follows the thread where nothing is said otherwise, in its numbers too', () => {
    expect(composeVariant(master, [], 'bluesky').posts).toEqual(['One. 1/3', 'Two. 2/3', 'Three. 3/3'])
  })

  test('numbers what stands there: more posts for a tweet, or none', () => {
    const parts = [own('t1', 'One.', ['One, here.', 'And more.']), own('t3', 'Three.', [])]
    const variant = composeVariant(master, parts, 'mastodon')
    expect(variant.posts).toEqual(['One, here. 1/3', 'And more. 2/3', 'Two. 3/3'])
    expect(variant.parts.map(({ firstPost }) => firstPost)).toEqual([1, 3, 4])
  })

  test('is one post on LinkedIn, without numbers', () => {
    const parts = [own('t2', 'Two.', [])]
    expect(composeVariant(master, parts, 'linkedin').posts).toEqual(['One.\n\nThree.'])
  })

  test('is out of date exactly where the thread reads otherwise than when it was said', () => {
    const parts = [own('t1', 'One.', ['Uno.']), own('t2', 'Two, once.', ['Due.'])]
    const variant = composeVariant(master, parts, 'threads')
    expect(variant.parts.map(({ isOutOfDate }) => isOutOfDate)).toEqual([false, true, false])
  })

  test('keeps words for a tweet that is gone, in no post', () => {
    const variant = composeVariant(master, [own('gone', 'Four.', ['Quattro.'])], 'bluesky')
    expect(variant.homeless.map(({ texts }) => texts[0]?.text)).toEqual(['Quattro.'])
    expect(variant.posts.join()).not.toContain('Quattro')
  })
})

describe('LinkedIn’s little text', () => {
  test('escapes each of its marks, once, and nothing else', () => {
    expect(asLittleText('a|b {c} @d [e](f) <g> \\ *h* _i_ ~j')).toBe(
      'a\\|b \\{c\\} \\@d \\[e\\]\\(f\\) \\<g\\> \\\\ \\*h\\* \\_i\\_ \\~j',
    )
    expect(asLittleText('Plain, “quoted” – and 100% fine; $5/6.')).toBe(
      'Plain, “quoted” – and 100% fine; $5/6.',
    )
  })

  test('leaves hashtags be, and escapes a number sign that is none', () => {
    expect(asLittleText('#winter is #1, C# too')).toBe('#winter is \\#1, C\\# too')
    expect(reservedMarks('#winter (and #1)')).toEqual(['(', '#', ')'])
    expect(reservedMarks('#winter')).toEqual([])
  })
})
