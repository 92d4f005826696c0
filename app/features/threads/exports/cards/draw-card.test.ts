import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Card } from './card.ts'
import { drawCard } from './draw-card.server.ts'
import { undrawnOf } from './undrawn.server.ts'

const card = (text: string, more: Partial<Card> = {}): Card => ({
  text,
  from: 'example.com',
  place: '1/2',
  look: 'light',
  ...more,
})

/** The size and the bytes of the lines of a PNG (ISO/IEC 15948): its header, and its image data unpacked. */
function decode(png: Buffer) {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  const data: Buffer[] = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return {
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    lines: inflateSync(Buffer.concat(data)),
  }
}

// The renderer and its fonts are read by the first of them.
describe('a card', { timeout: 30_000 }, () => {
  test('is 1200 by 630, and another text is another picture', async () => {
    const [one, two, dark] = await Promise.all([
      drawCard(card('The bridge stands.')),
      drawCard(card('The bridge fell.')),
      drawCard(card('The bridge stands.', { look: 'dark' })),
    ])
    const decoded = [one, two, dark].map(decode)
    for (const { width, height } of decoded) expect([width, height]).toEqual([1200, 630])
    expect(new Set(decoded.map(({ lines }) => lines.toString('base64'))).size).toBe(3)
  })

  test('is drawn for Latin, Greek and Cyrillic letters in the house’s own fonts, and common signs', async () => {
    expect(await undrawnOf(['Łódź, Tiếng Việt – “1,5 €”', 'Ελληνικά', 'Привет', 'a → b ✓ ≥ 5'])).toEqual([
      [],
      [],
      [],
      [],
    ])
  })

  test('leaves emoji out and closes the gap: it looks as if they had not been there', async () => {
    const [with_, without] = await Promise.all([
      drawCard(card('A party 🎉, for 👩‍💻 🇯🇵 all')),
      drawCard(card('A party, for all')),
    ])
    expect(decode(with_).lines.equals(decode(without).lines)).toBe(true)
  })

  test.each([
    ['Japanese', '橋の話', '橋 の 話'],
    ['Arabic', 'Bridge جسر', 'ج س ر'],
    ['a sign', 'A ♞', '♞'],
  ])('says what it has no font for rather than draw boxes: %s', async (_, text, signs) => {
    await expect(drawCard(card(text))).rejects.toMatchObject({
      code: 'card-not-drawable',
      status: 422,
      message: expect.stringContaining(signs),
    })
  })

  test('is not drawn of emoji alone', async () => {
    await expect(drawCard(card('🎉'))).rejects.toMatchObject({ code: 'card-not-drawable' })
  })

  test('takes the widest tweet that X takes, and nothing that would be too small to read', async () => {
    expect(decode(await drawCard(card('WORD '.repeat(56)))).width).toBe(1200)
    await expect(drawCard(card('word '.repeat(400)))).rejects.toMatchObject({ code: 'card-too-long' })
  })
})
