import { expect, test } from 'vitest'
import { piecesOf } from './pieces.ts'

test('a text is cut at spaces, and nothing of it is lost', () => {
  const text = 'A sentence about harbours. '.repeat(1_000).trim()
  const pieces = piecesOf(text)
  expect(pieces.join('')).toBe(text)
  expect(pieces.length).toBeGreaterThan(4)
  for (const piece of pieces.slice(0, -1)) expect(piece).toMatch(/ $/)
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(5_000)
})

test('a text without spaces is cut too', () => {
  expect(piecesOf('港'.repeat(12_000)).map((piece) => piece.length)).toEqual([5_000, 5_000, 2_000])
})

test('a book gives 32 pieces, from its beginning to its end', () => {
  const words = Array.from({ length: 60_000 }, (_, at) => `w${at}`)
  const pieces = piecesOf(words.join(' '))
  expect(pieces).toHaveLength(32)
  expect(pieces[0]).toContain('w0 ')
  expect(pieces.at(-1)).toMatch(/w5\d\d\d\d/)
  expect(piecesOf(' \n ')).toEqual([])
})
