import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Reading, readTweets } from './read-tweets.ts'

function readAll(pieces: string[]): Reading[] {
  const reader = readTweets()
  const readings = pieces.flatMap((piece) => [...reader.push(piece)])
  reader.finish()
  return readings
}

const tweetsOf = (readings: Reading[]) =>
  readings.flatMap((reading) => (reading.type === 'tweet' ? [reading.tweet] : []))

const awkward = {
  tweets: [
    { quotes: ['a "quote" with \\ and }', '[]'], text: 'Curly {braces}, brackets ], and a comma, "too".' },
    { quotes: [], text: 'Birds 🐦‍🔥, é, 日本, a tab\t and a new\nline' },
    { quotes: ['x'], text: '' },
  ],
}
const plain = JSON.stringify(awkward)
/** The same with every character beyond ASCII written as \uXXXX, pairs included. */
const escaped = plain.replace(
  /[\u0080-\uFFFF]/g,
  (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
)

describe.each([
  ['plain', plain],
  ['escaped', escaped],
  ['indented', JSON.stringify(awkward, null, 2)],
])('an answer written %s', (_how, json) => {
  test('is read whole', () => {
    const readings = readAll([json])
    expect(tweetsOf(readings)).toEqual(awkward.tweets)
    expect(readings.map(({ type }) => type)).toEqual(['tweet', 'more', 'tweet', 'more', 'tweet', 'end'])
  })

  test('is read the same wherever it is cut in two', () => {
    for (let at = 0; at <= json.length; at += 1) {
      expect(tweetsOf(readAll([json.slice(0, at), json.slice(at)]))).toEqual(awkward.tweets)
    }
  })

  test('is read the same one character at a time', () => {
    expect(tweetsOf(readAll(json.split('')))).toEqual(awkward.tweets)
  })

  test('is read the same when its bytes are torn within characters', () => {
    const bytes = new TextEncoder().encode(json)
    for (let at = 0; at <= bytes.length; at += 1) {
      const decoder = new TextDecoder()
      const pieces = [decoder.decode(bytes.slice(0, at), { stream: true }), decoder.decode(bytes.slice(at))]
      expect(tweetsOf(readAll(pieces))).toEqual(awkward.tweets)
    }
  })

  test('never gives a broken tweet when it ends early', () => {
    for (let at = 0; at < json.trimEnd().length; at += 1) {
      const reader = readTweets()
      const tweets = tweetsOf([...reader.push(json.slice(0, at))])
      expect(tweets).toEqual(awkward.tweets.slice(0, tweets.length))
      expect(() => reader.finish()).toThrow(
        expect.objectContaining({ code: 'model-malformed', retryable: true }),
      )
    }
  })
})

test('any tweets, cut anywhere, come out as they went in', () => {
  const text = fc.string({ unit: 'binary', maxLength: 40 })
  const tweets = fc.array(fc.record({ quotes: fc.array(text, { maxLength: 3 }), text }), { maxLength: 5 })
  const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(tweets, sizes, (given, cuts) => {
      const json = JSON.stringify({ tweets: given })
      const pieces: string[] = []
      for (let at = 0; at < json.length; ) {
        const size = cuts[pieces.length % cuts.length] ?? 1
        pieces.push(json.slice(at, at + size))
        at += size
      }
      expect(tweetsOf(readAll(pieces))).toEqual(given)
    }),
    { numRuns: 100 },
  )
}, 20_000)

test('a tweet is given as soon as its object is closed', () => {
  const reader = readTweets()
  expect([...reader.push('{"tweets":[{"quotes":[],"text":"One"')]).toEqual([])
  expect(tweetsOf([...reader.push('}')])).toEqual([{ quotes: [], text: 'One' }])
  expect([...reader.push('  ')]).toEqual([])
  expect([...reader.push(',')]).toEqual([{ type: 'more' }])
})

test('other properties are passed over, whatever is in them', () => {
  const json =
    '{"note":"tweets","plan":{"tweets":[{"text":1}]},"tweets":[{"id":7,"text":"One","quotes":[]}],"n":[[]]}'
  expect(tweetsOf(readAll([json]))).toEqual([{ quotes: [], text: 'One' }])
})

test('an empty list has no tweets', () => {
  expect(readAll(['{"tweets":[ ]}'])).toEqual([{ type: 'end' }])
})

test.each([
  ['prose', 'Sure! Here is your thread: {"tweets":[]}'],
  ['a list', '[{"quotes":[],"text":"One"}]'],
  ['a string among the tweets', '{"tweets":["One"]}'],
  ['two commas', '{"tweets":[{"quotes":[],"text":"One"},,]}'],
  ['a comma before the end', '{"tweets":[{"quotes":[],"text":"One"},]}'],
  ['a missing comma', '{"tweets":[{"quotes":[],"text":"One"}{"quotes":[],"text":"Two"}]}'],
  ['a tweet without a text', '{"tweets":[{"quotes":[]}]}'],
  ['a tweet whose text is a number', '{"tweets":[{"quotes":[],"text":5}]}'],
  ['a tweet that is no JSON', '{"tweets":[{"quotes":[],"text":One}]}'],
  ['brackets that do not match', '{"tweets":[{"quotes":[},"text":"One"}]}'],
  ['words after the end', '{"tweets":[]} Anything else?'],
  ['an endless answer', `{"tweets":[{"text":"${'a'.repeat(400_001)}`],
])('%s is refused as malformed', (_what, json) => {
  expect(() => readAll([json])).toThrow(expect.objectContaining({ code: 'model-malformed', retryable: true }))
})
