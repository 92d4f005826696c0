import { expect, test } from 'vitest'
import type { Verdict } from '#app/features/support/verdict.ts'
import { spokenVerdict, toLookAt, verdictSummary } from './verdict-words.ts'

const thread = (...verdicts: (Verdict | null)[]) =>
  verdicts.map((verdict, index) => ({ position: index + 1, verdict }))

test.each<[(Verdict | null)[], string, number | null]>([
  [['supported'], '1 of 1 tweet supported', null],
  [['supported', 'partly', 'unsupported'], '1 of 3 tweets supported', 2],
  [['opinion', 'supported'], '1 of 2 tweets supported, 1 opinion', null],
  [['opinion', 'opinion', 'unsupported'], '0 of 3 tweets supported, 2 opinions', 3],
  [['supported', null], '1 of 2 tweets supported', null],
])('the verdicts %j are summed up', (verdicts, words, first) => {
  expect(verdictSummary(thread(...verdicts))).toEqual({ words, first })
})

test('a thread from before there was a check is not judged', () => {
  expect(verdictSummary(thread(null, null))).toBeNull()
  expect(verdictSummary([])).toBeNull()
})

test('every doubted tweet is one to look at', () => {
  expect(toLookAt(thread('partly', 'opinion', 'unsupported', 'supported'))).toBe('2 to look at')
})

test('what a change came to is said in a sentence', () => {
  const reason = { code: 'number-not-found' as const, at: { start: 0, end: 3 }, found: '120' }
  const tweet = { position: 4, verdict: 'partly' as const, reasons: [reason] }
  expect(spokenVerdict(tweet, false)).toBe('Tweet 4: partly supported, 1 thing to look at.')
  expect(spokenVerdict({ ...tweet, reasons: [reason, reason] }, true)).toBe(
    'Tweet 4: partly supported, 2 things to look at, locked.',
  )
  expect(spokenVerdict({ position: 1, verdict: null, reasons: [] }, false)).toBe('Tweet 1: saved.')
})
