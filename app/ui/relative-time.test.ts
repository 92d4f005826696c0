import { describe, expect, it } from 'vitest'
import { exactTime, readableDate, timeAgo } from './relative-time.ts'

const now = new Date('2026-11-23T12:00:00Z')
const ago = (milliseconds: number) => timeAgo(new Date(now.getTime() - milliseconds), now)
const minute = 60_000
const day = 24 * 60 * minute

describe('how long ago', () => {
  it.each([
    [0, 'just now'],
    [-5000, 'just now'],
    [minute - 1, 'just now'],
    [minute, '1 minute ago'],
    [59 * minute, '59 minutes ago'],
    [60 * minute, '1 hour ago'],
    [day, 'yesterday'],
    [29 * day, '29 days ago'],
    [30 * day, '24 October 2026'],
  ])('%i ms is said as %s', (age, said) => {
    expect(ago(age)).toBe(said)
  })
})

it('says the exact moment in UTC', () => {
  expect(exactTime(new Date('2026-05-03T07:05:00Z'))).toBe('3 May 2026 at 07:05 UTC')
})

it.each([
  ['2026-05-03', '3 May 2026'],
  ['2026-05-03T23:30:00Z', '3 May 2026'],
  ['2026-05', 'May 2026'],
  ['2026', '2026'],
  ['yesterday-ish', null],
])('reads the date %s no more exactly than it is', (iso, said) => {
  expect(readableDate(iso)).toBe(said)
})
