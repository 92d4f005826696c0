import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { days } from '#app/platform/durations.ts'
import { limitedFrom, type Signal, type SignalKind, scoreSignUp, signalKinds } from './score.ts'

const at = new Date('2026-11-26T12:00:00Z')
const signal = (kind: SignalKind, count = 1, daysAgo = 0): Signal => ({
  kind,
  count,
  at: new Date(at.getTime() - days(daysAgo)),
})
const failures = (...daysAgo: number[]) => daysAgo.map((ago) => signal('payment-failed', 1, ago))
const scoreOf = (...signals: Signal[]) => scoreSignUp(signals).score

describe('the score of an account', () => {
  test.each([
    ['nothing', [], 0],
    ['the third account of a range', [signal('range', 3)], 0],
    ['the fourth', [signal('range', 4)], 20],
    ['the tenth', [signal('range', 10)], 40],
    ['the twentieth', [signal('range', 20)], 60],
    ['a second account in a browser', [signal('browser', 1)], 0],
    ['a third', [signal('browser', 2)], 20],
    ['a fourth', [signal('browser', 3)], 40],
    ['a sixth', [signal('browser', 5)], 60],
    ['a mailbox to throw away', [signal('disposable-address')], 50],
    ['a lasting address', [signal('lasting-address')], 0],
    ['two failed payments', failures(1, 0), 0],
    ['three', failures(2, 1, 0), 40],
    ['three, of which one is a month older', failures(31, 1, 0), 0],
    ['six', failures(5, 4, 3, 2, 1, 0), 60],
  ])('counts %s as it weighs', (_, signals, score) => {
    expect(scoreOf(...signals)).toBe(score)
  })

  test('is the sum of its signals, of which each is said in words', () => {
    expect(scoreSignUp([signal('range', 12), signal('browser', 3)])).toEqual({
      score: 80,
      reasons: [
        '12 accounts were made from one range of addresses within a day.',
        '3 other accounts were used in the browser that it was made in.',
      ],
    })
  })

  test('is free of a mailbox to throw away once there is a lasting address, until the next such one', () => {
    const [thrown, lasting] = [signal('disposable-address'), signal('lasting-address')]
    expect(scoreOf(thrown, lasting)).toBe(0)
    expect(scoreOf(thrown, lasting, thrown)).toBe(50)
  })

  test('leaves an office of nine and a household of five in one browser alone', () => {
    expect(scoreOf(signal('range', 9))).toBeLessThan(limitedFrom)
    expect(scoreOf(signal('browser', 4))).toBeLessThan(limitedFrom)
  })

  test('is 0 to 100, has a reason wherever it is above 0, and never falls by what speaks against an account', () => {
    const signals = fc.array(
      fc.record({
        kind: fc.constantFrom(...signalKinds.filter((kind) => kind !== 'payment-failed')),
        count: fc.integer({ min: 1, max: 500 }),
        at: fc.constant(at),
      }),
    )
    fc.assert(
      fc.property(signals, fc.integer({ min: 1, max: 500 }), (before, count) => {
        const { score, reasons } = scoreSignUp(before)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
        expect(reasons.length > 0).toBe(score > 0)
        for (const kind of ['range', 'browser', 'disposable-address'] as const)
          expect(scoreOf(...before, { kind, count, at })).toBeGreaterThanOrEqual(score)
      }),
    )
  })
})
