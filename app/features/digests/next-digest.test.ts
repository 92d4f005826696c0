import { expect, test } from 'vitest'
import { nextDigest } from './next-digest.ts'

const next = (after: string, setting: Partial<Parameters<typeof nextDigest>[0]> = {}): string | undefined =>
  nextDigest(
    { rhythm: 'daily', hour: 8, weekday: 1, zone: 'Europe/Berlin', ...setting },
    new Date(after),
  )?.toISOString()

test('a daily one comes at its hour of the person’s own clock, today where that is still to come', () => {
  expect(next('2026-11-26T06:59:00Z')).toBe('2026-11-26T07:00:00.000Z')
  expect(next('2026-11-26T07:00:00Z')).toBe('2026-11-27T07:00:00.000Z')
  expect(next('2026-11-26T20:00:00Z', { zone: 'Asia/Tokyo' })).toBe('2026-11-26T23:00:00.000Z')
  expect(next('2026-11-26T20:00:00Z', { zone: 'Asia/Kathmandu' })).toBe('2026-11-27T02:15:00.000Z')
})

test('it keeps its hour over the change of the clock', () => {
  expect(next('2026-10-24T12:00:00Z')).toBe('2026-10-25T07:00:00.000Z')
  expect(next('2026-10-23T12:00:00Z')).toBe('2026-10-24T06:00:00.000Z')
})

test('on a day without its hour it comes when the clock has jumped, and is back the day after', () => {
  const at = { hour: 2 }
  expect(next('2027-03-27T12:00:00Z', at)).toBe('2027-03-28T01:00:00.000Z')
  expect(next('2027-03-28T01:00:00Z', at)).toBe('2027-03-29T00:00:00.000Z')
})

test('of an hour that comes twice it takes the first, and only that', () => {
  const at = { hour: 2 }
  expect(next('2026-10-24T12:00:00Z', at)).toBe('2026-10-25T00:00:00.000Z')
  expect(next('2026-10-25T00:00:00Z', at)).toBe('2026-10-26T01:00:00.000Z')
})

test('on a day that a place skipped altogether it comes on the day after', () => {
  const samoa = { zone: 'Pacific/Apia' }
  expect(next('2011-12-29T20:00:00Z', samoa)).toBe('2011-12-30T18:00:00.000Z')
})

test('a weekly one comes on its day', () => {
  const onSunday = { rhythm: 'weekly', weekday: 7 } as const
  expect(next('2026-11-26T12:00:00Z', onSunday)).toBe('2026-11-29T07:00:00.000Z')
  expect(next('2026-11-29T07:00:00Z', onSunday)).toBe('2026-12-06T07:00:00.000Z')
})

test('none comes where none is wanted', () => {
  expect(next('2026-11-26T12:00:00Z', { rhythm: 'off' })).toBeUndefined()
})
