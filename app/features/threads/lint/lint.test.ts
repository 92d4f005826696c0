import { describe, expect, test } from 'vitest'
import { findEntities } from '#app/features/counting/entities.ts'
import type { Network } from '#app/features/counting/networks.ts'
import type { Reason } from '#app/features/support/verdict.ts'
import { documentOf, tweet } from '../document/document.fixture.ts'
import type { Finding, LintedThread } from './finding.ts'
import { fixedBy, shownFinding } from './fixed.ts'
import { lintThread } from './lint-thread.ts'
import { inDollars, priceOnX } from './x-price.ts'

type Given = Partial<LintedThread> & { network?: Network }
const threadOf = (texts: string[], given: Given = {}): LintedThread => ({
  document: documentOf(...texts.map((text, at) => tweet(`t${at + 1}`, text))),
  network: 'x',
  limit: null,
  support: new Map(),
  language: 'en',
  sourceUrl: null,
  ...given,
})

/** What is found, each with the texts that its fix would leave. */
const foundIn = (texts: string[], given: Given = {}) => {
  const thread = threadOf(texts, given)
  return lintThread(thread).map((finding) => ({
    ...finding,
    parts: fixedBy(finding, thread.document)?.parts,
  }))
}
const codes = (findings: Pick<Finding, 'code' | 'position'>[]) =>
  findings.map(({ code, position }) => `${code} ${position}`)

test('a thread with nothing to look at has no findings', () => {
  expect(
    foundIn(['The river froze in 1963.', 'People walked across it for weeks. #winter $ICE @ada']),
  ).toEqual([])
})

describe('what stops a tweet', () => {
  test('a text over the limit is told by how much, and would be split into parts that fit and lose nothing', () => {
    const text = 'The river froze over that winter. '.repeat(12).trim()
    const [finding, ...others] = foundIn([text])
    expect(others).toEqual([])
    expect(finding).toMatchObject({ code: 'over-limit', level: 'stops' })
    expect(finding?.message).toBe('It is 127 characters longer than the 280 that X takes.')
    expect(finding?.parts).toHaveLength(2)
    expect(finding?.parts?.join(' ')).toBe(text)
  })

  test('counts the number that it is posted with', () => {
    const text = 'a'.repeat(278)
    const document = documentOf(tweet('t1', text), tweet('t2', 'Another.'))
    expect(foundIn([], { document })).toEqual([])
    expect(codes(foundIn([], { document: { ...document, numbering: true } }))).toEqual(['over-limit 1'])
  })

  test('each network has its own limit', () => {
    const text = 'a '.repeat(145).trim()
    const over = (network: Network) => codes(foundIn([text], { network }))
    expect([over('x'), over('bluesky'), over('mastodon')]).toEqual([['over-limit 1'], [], []])
  })

  test('an empty tweet would be taken out', () => {
    expect(foundIn(['One stands.', ' '])).toMatchObject([{ code: 'empty', position: 2, parts: [] }])
  })

  test('a second cashtag loses its sign, the first stays', () => {
    const [finding] = foundIn(['Both $MSFT and $AAPL rose, $TSLA fell.'])
    expect(finding).toMatchObject({
      code: 'cashtags',
      level: 'stops',
      parts: ['Both $MSFT and AAPL rose, TSLA fell.'],
    })
    expect(finding?.message).toBe('It has 3 cashtags ($MSFT, $AAPL, $TSLA); X takes one a post.')
  })

  test('a text that stands there twice: word for word it is refused, with numbers it is only told', () => {
    const document = documentOf(
      tweet('t1', 'It froze.'),
      tweet('t2', 'Then it thawed.'),
      tweet('t3', 'It  FROZE.'),
    )
    expect(foundIn([], { document })).toMatchObject([
      { code: 'same-text', level: 'stops', position: 3, parts: [] },
    ])
    const numbered = foundIn([], { document: { ...document, numbering: true } })
    expect(numbered).toMatchObject([{ code: 'same-text', level: 'look' }])
  })
})

describe('what would link by accident', () => {
  const linkIn = (text: string, given: Given = {}) => foundIn([text], given)[0]

  test.each(['readme.md', 'Booking.com', 'main.rs'])(
    '%s reads the same afterwards and is no link',
    (name) => {
      const finding = linkIn(`We changed ${name} today.`)
      expect(finding).toMatchObject({ code: 'link', level: 'look' })
      const [fixed = ''] = finding?.parts ?? []
      expect(findEntities(fixed)).toEqual([])
      expect(fixed.replaceAll('\u200c', '')).toBe(`We changed ${name} today.`)
    },
  )

  test('a sentence without its space gets it', () => {
    expect(linkIn('So it was done.It worked.')).toMatchObject({ parts: ['So it was done. It worked.'] })
  })

  test('what was meant stays: an address, a path, the source’s own site, and Node.js, which no network links', () => {
    const meant = 'See https://example.com, example.com/about and news.example. Node.js too.'
    expect(codes(foundIn([meant])).filter((code) => code.startsWith('link '))).toEqual([])
    expect(foundIn(['Read it at example.com.'], { sourceUrl: 'https://www.example.com/a' })).toEqual([])
  })

  test('Mastodon links no bare names', () => {
    expect(foundIn(['We changed readme.md today.'], { network: 'mastodon' })).toEqual([])
    expect(codes(foundIn(['We changed readme.md today.'], { network: 'bluesky' }))).toEqual(['link 1'])
  })

  test.each([
    ['mention', 'Install @types/node first.'],
    ['mention', 'Use @media rules.'],
    ['hashtag', 'It is the #3rd of them.'],
    ['hashtag', 'Its colour is #fff here.'],
    ['hashtag', 'Its colour is #a1b2c3 here.'],
  ])('a %s in “%s” is one no longer, and reads the same', (code, text) => {
    const [finding, ...others] = foundIn([text])
    expect(others).toEqual([])
    expect(finding?.code).toBe(code)
    const [fixed = ''] = finding?.parts ?? []
    expect(findEntities(fixed)).toEqual([])
    expect(fixed.replaceAll('\u200c', '')).toBe(text)
  })

  test('words that happen to be hexadecimal stay hashtags', () => {
    expect(foundIn(['#added #facade #bad #decade'])).toEqual([])
  })
})

test('tweets that say nearly the same are told, short ones are not', () => {
  const texts = [
    'The river Thames froze over in the long winter of 1963.',
    'The river Thames froze over in that long winter of 1963.',
    'Yes, it did.',
    'Yes, it was.',
  ]
  expect(codes(foundIn(texts))).toEqual(['alike 2'])
})

describe('what the source doesn’t back', () => {
  const text = 'The mayor counted 40 parrots. They sing.'
  const doubt = (reasons: Reason[], verdict: 'partly' | 'unsupported' | 'opinion' = 'partly') => ({
    support: new Map([['t1', { verdict, reasons }]]),
  })
  const number: Reason = { code: 'number-not-found', at: { start: 18, end: 20 }, found: '14' }
  const nothing: Reason = { code: 'not-in-source', at: { start: 30, end: 40 }, found: null }

  test('would be said as the source says it, where it has a word for it', () => {
    const [finding] = foundIn([text, 'Two.'], doubt([number]))
    expect(finding).toMatchObject({ code: 'doubted', parts: ['The mayor counted 14 parrots. They sing.'] })
    expect(finding?.message).toBe('“40”: the source says “14”.')
  })

  test('would be left out otherwise, by sentence, or the tweet as a whole', () => {
    expect(foundIn([text, 'Two.'], doubt([nothing]))[0]?.parts).toEqual(['The mayor counted 40 parrots.'])
    const [both] = foundIn([text, 'Two.'], doubt([{ ...number, found: null }, nothing], 'unsupported'))
    expect(both?.parts).toEqual([])
    expect(both?.message).toContain('One more doubt beside it.')
    expect(foundIn([text], doubt([{ ...number, found: null }, nothing]))[0]?.fix).toBeNull()
  })

  test('is no finding where its owner called it an opinion', () => {
    expect(foundIn([text], doubt([], 'opinion'))).toEqual([])
  })
})

describe('what it costs on X', () => {
  test('is more with links, which a fix would leave out', () => {
    const texts = ['Read it: https://example.com/a now.', 'Plain.', 'https://example.com/b']
    const findings = foundIn(texts)
    expect(codes(findings)).toEqual(['link-cost 1', 'link-cost 3'])
    expect(findings[0]).toMatchObject({ level: 'know', parts: ['Read it: now.'] })
    expect(findings[1]?.fix).toBeNull()
    const price = priceOnX(texts)
    expect(price).toEqual({ posts: 3, withLink: 2, tenthsOfCents: 415, withoutLinks: 45 })
    expect([price.tenthsOfCents, price.withoutLinks, 200].map(inDollars)).toEqual([
      '$0.415',
      '$0.045',
      '$0.20',
    ])
  })
})

test('a locked tweet is told about, and why nothing can be done to it', () => {
  const document = documentOf(tweet('t1', 'Both $MSFT and $AAPL rose.', { isLocked: true }))
  const [finding] = lintThread(threadOf([], { document }))
  expect(finding && shownFinding(finding, document)).toMatchObject({
    fix: null,
    refusal: 'This tweet is locked: unlock it to change it.',
  })
})

test('a fix is shown word by word', () => {
  const thread = threadOf(['Both $MSFT and $AAPL rose.'])
  const [finding] = lintThread(thread)
  const words = finding ? shownFinding(finding, thread.document).fix?.parts[0] : undefined
  const text = (change: string) =>
    words?.flatMap((word) => (word.change === change ? [word.text] : [])).join('')
  expect(text('removed')).toContain('$')
  expect(
    words
      ?.filter(({ change }) => change !== 'removed')
      .map(({ text }) => text)
      .join(''),
  ).toBe('Both $MSFT and AAPL rose.')
})

test('of a hundred tweets that are alike each is told once, the first not', () => {
  const texts = Array.from(
    { length: 100 },
    (_, at) => `Tweet ${at} says what number ${at} has to say about it.`,
  )
  const findings = foundIn(texts)
  expect(findings.every(({ code }) => code === 'alike')).toBe(true)
  expect(findings.length).toBeLessThan(100)
})

test.each([
  ['We changed readme.md today.', 'We changed ', 'readme.md', 'readme.\u200cmd', ' today.'],
  ['It was done.It worked.', 'It was ', 'done.It', 'done. It', ' worked.'],
])('a change that could not be seen is shown as another word: %s', (text, before, removed, added, after) => {
  const thread = threadOf([text])
  const [finding] = lintThread(thread)
  expect(finding && shownFinding(finding, thread.document).fix?.parts).toEqual([
    [
      { text: before, change: 'same' },
      { text: removed, change: 'removed' },
      { text: added, change: 'added' },
      { text: after, change: 'same' },
    ],
  ])
})
