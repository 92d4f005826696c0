import { describe, expect, test } from 'vitest'
import { hintOf, isCheckedToken, newCheckedToken } from './checked-token.ts'

describe('a key', () => {
  test('says what it is, holds 256 bits in letters and digits, and is never the same twice', () => {
    const keys = Array.from({ length: 200 }, () => newCheckedToken('thr_'))
    for (const key of keys) expect(key).toMatch(/^thr_[0-9A-Za-z]{49}$/)
    expect(new Set(keys).size).toBe(200)
    // As many digits of 62 as 256 bits take: the first is small, all others are any.
    expect(new Set(keys.map((key) => key[10])).size).toBeGreaterThan(30)
  })

  test('is told from what only looks like one, by its checksum', () => {
    const key = newCheckedToken('thr_')
    expect(isCheckedToken('thr_', key)).toBe(true)
    for (let at = 4; at < key.length; at += 1) {
      const other = key[at] === 'a' ? 'b' : 'a'
      expect(isCheckedToken('thr_', key.slice(0, at) + other + key.slice(at + 1))).toBe(false)
    }
    for (const text of ['', 'thr_', `${key}0`, key.slice(0, -1), key.replace('thr_', 'thx_'), `${key} `])
      expect(isCheckedToken('thr_', text)).toBe(false)
    expect(isCheckedToken('thrr_', key)).toBe(false)
  })

  test('is known again by its beginning, which leaves more than 200 bits to be guessed', () => {
    const key = newCheckedToken('thr_')
    expect(key.startsWith(hintOf('thr_', key))).toBe(true)
    expect(hintOf('thr_', key)).toHaveLength(10)
  })
})
