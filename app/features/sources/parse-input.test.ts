import { describe, expect, test } from 'vitest'
import { countWords } from '#app/features/segmentation/count-words.ts'
import { AppError } from '#app/platform/errors.ts'
import { normalizeUrl } from './normalize-url.ts'
import { parseSourceInput } from './parse-input.ts'

const prose = 'one two three four five six seven eight nine ten '.repeat(3)

function codeOf(input: string, maxCharacters?: number): string {
  try {
    parseSourceInput(input, maxCharacters === undefined ? {} : { maxCharacters })
  } catch (error) {
    expect(error).toMatchObject({ status: 422, field: 'source' })
    return error instanceof AppError ? error.code : 'other'
  }
  return 'accepted'
}

describe('an address', () => {
  test.each([
    ['https://example.com/post?id=1#part', 'https://example.com/post?id=1#part'],
    ['  http://example.com  ', 'http://example.com/'],
    ['HTTPS://EXAMPLE.com/A', 'https://example.com/A'],
    ['example.com/post', 'https://example.com/post'],
    ['www.example.co.uk', 'https://www.example.co.uk/'],
    ['example.com:8080/a', 'https://example.com:8080/a'],
    ['münchen.example/straße', 'https://xn--mnchen-3ya.example/stra%C3%9Fe'],
    ['192.168.0.1/admin', 'https://192.168.0.1/admin'],
  ])('%s is read as one', (input, url) => {
    expect(parseSourceInput(input)).toEqual({ kind: 'url', url })
  })

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,hello',
    'ftp://example.com/a',
    'custom://host/x',
    'mailto:jane@example.com',
    'https://user:secret@example.com/',
    'https://user@example.com/',
  ])('%s is not supported', (input) => {
    expect(codeOf(input)).toBe('unsupported-address')
  })

  test.each([
    'http://',
    'https://exa mple.com/a b',
    'http//example.com',
    'https://[::1',
    'localhost:3000/a',
    'www.',
  ])('%s only looks like one', (input) => {
    expect(codeOf(input)).toBe('not-an-address')
  })
})

describe('text', () => {
  test('is taken from 25 words on', () => {
    expect(parseSourceInput(`\n${prose}\n`)).toEqual({ kind: 'text', text: prose.trim() })
  })

  test('that starts with an address is still text', () => {
    expect(parseSourceInput(`https://example.com/ ${prose}`).kind).toBe('text')
  })

  test('of 25 words in Japanese is enough', () => {
    expect(parseSourceInput('吾輩は猫である。名前はまだ無い。'.repeat(5)).kind).toBe('text')
  })

  test('of none is asked for', () => {
    expect(codeOf('')).toBe('empty-source')
    expect(codeOf(' \n\t')).toBe('empty-source')
  })

  test('of too few words says how many there are and how many it takes', () => {
    expect(() => parseSourceInput('just four words here')).toThrow(
      'There are 4 words here; a thread needs at least 25.',
    )
    expect(() => parseSourceInput('Word')).toThrow('There is 1 word here')
    expect(codeOf('Note:this is no address')).toBe('too-few-words')
    expect(codeOf('jane@example.com')).toBe('too-few-words')
  })

  test('of too many characters says both numbers', () => {
    expect(codeOf('a '.repeat(600_000))).toBe('source-too-long')
    expect(() => parseSourceInput(prose, { maxCharacters: 100 })).toThrow(
      'This text has 146 characters; at most 100 fit.',
    )
  })
})

test('words are counted in any script, marks and spaces are not', () => {
  expect(countWords('Hello, world — again!')).toBe(3)
  expect(countWords('私は学生です')).toBeGreaterThan(2)
  expect(countWords(prose, 7)).toBe(7)
})

describe('normalising an address', () => {
  test('drops the fragment and what only tracks', () => {
    expect(normalizeUrl('https://example.com/a?utm_source=x&id=1&fbclid=y&UTM_Medium=z&b=%20c#top')).toBe(
      'https://example.com/a?id=1&b=%20c',
    )
    expect(normalizeUrl('https://example.com/?gclid=1')).toBe('https://example.com/')
  })

  test('leaves every other parameter as it is', () => {
    const address = 'https://example.com/a?q=a+b&q=c&empty=&flag'
    expect(normalizeUrl(address)).toBe(address)
  })
})
