import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findLinks, isWebAddress } from './find-links.ts'

const links = (text: string) => findLinks(text).flatMap(({ href }) => (href === null ? [] : [href]))

it.each([
  ['See https://example.org/a?b=c#d.', ['https://example.org/a?b=c#d']],
  ['(https://example.org/a_(b))', ['https://example.org/a_(b)']],
  ['https://example.org/a), https://example.org/b!', ['https://example.org/a', 'https://example.org/b']],
  ['http://a.example http://b.example…', ['http://a.example', 'http://b.example']],
  ['javascript:alert(1) data:text/html,x ftp://example.org', []],
  ['https:// and http://[', []],
  ['<a href="https://example.org">', ['https://example.org']],
])('finds the addresses in %j', (text, found) => {
  expect(links(text)).toEqual(found)
})

it('gives the text back whole', () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom('https://example.org/x', '.', ')', ' '))
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('')
      expect(
        findLinks(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    }),
  )
})

it('takes only http and https for a web address', () => {
  expect(isWebAddress('https://example.org')).toBe(true)
  expect(isWebAddress('javascript:alert(1)')).toBe(false)
  expect(isWebAddress('not an address')).toBe(false)
})
