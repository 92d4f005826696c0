import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attachment, fileName } from './file-name.ts'

// Single UTF-16 units: halves of characters are among them.
const anyTitle = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
  .map((units) => String.fromCharCode(...units))

describe('the name of a file', () => {
  test.each([
    ['The Bridge: Part 2, “again”', 'the-bridge-part-2-again'],
    ['../../etc/passwd', 'etc-passwd'],
    ['橋の話', '橋の話'],
    ['CON', 'thread-con'],
    ['🎉 !!', 'thread'],
    ['', 'thread'],
  ])('%s is %s', (title, name) => expect(fileName(title)).toBe(name))

  test('holds for any title: no separator, no dot in front, never too long', () => {
    fc.assert(
      fc.property(anyTitle, (title) => {
        const name = fileName(title)
        expect(name).toMatch(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}-]*$/u)
        expect(Buffer.byteLength(name)).toBeLessThan(251)
      }),
    )
  })

  test('goes into a header that holds nothing but what a header may', () => {
    expect(attachment('橋の話', 'csv')).toBe(
      `attachment; filename="thread.csv"; filename*=UTF-8''%E6%A9%8B%E3%81%AE%E8%A9%B1.csv`,
    )
    expect(attachment('etüde', 'md')).toContain('filename="etude.md"')
    fc.assert(
      fc.property(anyTitle, (title) => {
        const given = attachment(fileName(title), 'txt')
        expect(new Headers({ 'Content-Disposition': given }).get('Content-Disposition')).toBe(given)
      }),
    )
  })
})
