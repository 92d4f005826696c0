import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fits } from '#app/features/counting/count.ts'
import { numberSuffix } from '#app/features/counting/numbering.ts'
import { codeOf, documentOf, edited, prose, textsOf, tweet, withoutSpace } from '../document.fixture.ts'
import { mostTweets } from '../document-limits.ts'
import { pasteText } from './paste-text.ts'

function options() {
  let made = 0
  return { network: 'x' as const, newId: () => `n${made++}` }
}
const sentence = (at: number) => `Sentence ${at} tells how the river froze in the winter of 1963. `
const long = (sentences: number) => Array.from({ length: sentences }, (_, at) => sentence(at)).join('')

describe('pasting', () => {
  test('what fits into one tweet goes in where the cursor or selection is', () => {
    const document = documentOf(tweet('a', 'The wide river.'), tweet('b'))
    const outcome = pasteText(document, { tweetId: 'a', start: 4, end: 8 }, 'long\r\nand cold', options())
    expect(textsOf(edited(outcome))[0]).toBe('The long\nand cold river.')
    expect(outcome).toMatchObject({ cursor: { tweetId: 'a', start: 17, end: 17 } })
    expect(edited(outcome).tweets[1]).toBe(document.tweets[1])
  })

  test('a longer text becomes tweets; those of pasted text alone name no passages', () => {
    const spans = [{ start: 3, end: 9 }]
    const document = documentOf(tweet('a', 'Before. After.', { spans }), tweet('b'))
    const outcome = pasteText(document, { tweetId: 'a', start: 8, end: 8 }, long(14), options())
    const { tweets } = edited(outcome)
    expect(tweets[0]).toMatchObject({ id: 'a', spans })
    expect(tweets[0]?.text).toMatch(/^Before\. Sentence 0 tells/)
    expect(tweets[1]).toMatchObject({ id: 'n0', spans: [] })
    const last = tweets.at(-2)
    expect(last?.text).toMatch(/1963\. After\.$/)
    expect(last?.spans).toEqual(spans)
    expect(tweets.at(-1)).toBe(document.tweets[1])
    if (!outcome.ok || !outcome.cursor || !last) throw new Error('no cursor')
    expect(outcome.cursor.tweetId).toBe(last.id)
    expect(last.text.slice(outcome.cursor.start)).toBe('After.')
  })

  test('loses nothing, gives no empty tweet, and keeps each within the limit with its number', () => {
    const range = fc.tuple(fc.nat(), fc.nat())
    fc.assert(
      fc.property(prose(10), prose(400), range, fc.boolean(), (own, pasted, [one, two], numbering) => {
        const [start, end] = [one % (own.length + 1), two % (own.length + 1)].toSorted((a, b) => a - b)
        const cursor = { tweetId: 'a', start: start ?? 0, end: end ?? 0 }
        const document = { numbering, tweets: [tweet('z'), tweet('a', own)] }
        const { tweets } = edited(pasteText(document, cursor, pasted, options()))
        const whole = own.slice(0, start) + pasted + own.slice(end)
        expect(
          withoutSpace(
            tweets
              .slice(1)
              .map(({ text }) => text)
              .join(''),
          ),
        ).toBe(withoutSpace(whole))
        if (tweets.length === 2) return
        for (const [at, { text }] of tweets.entries()) {
          expect(text.trim()).not.toBe('')
          const suffix = numbering ? numberSuffix(at + 1, tweets.length) : ''
          expect(fits(text + suffix, 'x')).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('refuses what would make more than 100 tweets and says how many it would be', () => {
    const document = documentOf(tweet('a', ''))
    const outcome = pasteText(document, { tweetId: 'a', start: 0, end: 0 }, long(500), options())
    expect(codeOf(outcome)).toBe('thread-full')
    expect(outcome).toMatchObject({
      refusal: { message: expect.stringMatching(/^This would make 1\d\d tweets;/) },
    })
    const endless = 'x'.repeat(500_000)
    expect(codeOf(pasteText(document, { tweetId: 'a', start: 0, end: 0 }, endless, options()))).toBe(
      'thread-full',
    )
  })

  test('fills a thread up to its hundredth tweet', () => {
    const document = documentOf(...Array.from({ length: mostTweets - 2 }, (_, at) => tweet(`t${at}`)))
    const at = { tweetId: 't5', start: 0, end: 0 }
    const three = `${'a'.repeat(270)} ${'b'.repeat(270)} ${'c'.repeat(200)}`
    expect(edited(pasteText(document, at, three, options())).tweets).toHaveLength(mostTweets)
    expect(codeOf(pasteText(document, at, `${three} ${'d'.repeat(270)}`, options()))).toBe('thread-full')
  })

  test('refuses a locked tweet, and more in one tweet than can be saved', () => {
    const locked = documentOf(tweet('a', 'Held.', { isLocked: true }))
    expect(codeOf(pasteText(locked, { tweetId: 'a', start: 0, end: 0 }, 'x', options()))).toBe('tweet-locked')
    const nearly = documentOf(tweet('a', 'x'.repeat(3_990)))
    const cursor = { tweetId: 'a', start: 0, end: 0 }
    expect(codeOf(pasteText(nearly, cursor, 'eleven more', options()))).toBe('tweet-too-long')
    expect(codeOf(pasteText(nearly, cursor, 'ten more..', options()))).toBe(null)
  })
})
