import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deliverable } from './address.ts'
import { oneLine, subjectLine } from './headers.ts'

/** What ends a line, parts addresses, hides, or is written in more than one way. */
const nasty = fc.string({ unit: fc.constantFrom(...'aB1.@,;<>"( \\\r\n\t\0\u0085\u2028é\u0301İßK。１🧵+-_') })

describe('an address', () => {
  test.each([
    ['ada@example.com', 'ada@example.com'],
    [' Ada.L+x@Example.COM\n', 'ada.l+x@example.com'],
    ['ada@BÜCHER.example', 'ada@xn--bcher-kva.example'],
    ['ju\u0308rgen@example.com', 'jürgen@example.com'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
    [`${'a'.repeat(65)}@example.com`, null],
    [`${'é'.repeat(33)}@example.com`, null],
    [`a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(60)}.example`, null],
    ['a b@example.com', null],
    ['a@b@example.com', null],
    ['a..b@example.com', null],
    ['a@example', null],
    ['a@exa_mple.com', null],
    ['@example.com', null],
  ])('%j is sent to as %j', (written, as) => {
    expect(deliverable(written)).toBe(as)
  })

  test('is one line, is known again, and holds one address, whatever was typed', () => {
    fc.assert(
      fc.property(nasty, nasty, (local, domain) => {
        const address = deliverable(`${local}@${domain}.example`)
        return (
          address === null || (/^[^\s<>,;@]+@[a-z0-9.-]+$/.test(address) && deliverable(address) === address)
        )
      }),
    )
  })
})

test('what stands in a header stays on one line, and a subject is cut between its characters', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
      expect(oneLine(text)).not.toMatch(/[\u0000-\u001f\u007f\u2028\u2029]/)
    }),
  )
  expect(subjectLine('🧵'.repeat(300))).toBe('🧵'.repeat(250))
})
