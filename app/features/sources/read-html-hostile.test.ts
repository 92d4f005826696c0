import { describe, expect, test } from 'vitest'
import { article, codeOf, one, read, two } from './html-fixture.ts'

// The time limit only ends a run that hangs; a busy machine may need long for these.
describe('hostile and broken pages', { timeout: 120_000 }, () => {
  test('20,000 nested elements are refused', () => {
    expect(codeOf('<div>'.repeat(20_000))).toBe('page-too-deep')
    expect(codeOf('<b>'.repeat(20_000))).toBe('page-too-deep')
    expect(codeOf('<div hidden>'.repeat(20_000))).toBe('page-too-deep')
  })

  test('too many elements, depths or references are refused', () => {
    expect(codeOf('<i></i>'.repeat(50_000))).toBe('page-too-complex')
    expect(codeOf(('<div>'.repeat(240) + '</div>'.repeat(240)).repeat(100))).toBe('page-too-complex')
    expect(codeOf('&lt;'.repeat(100_000))).toBe('page-too-complex')
  })

  test('deep but sane nesting is read', () => {
    expect(read(`${'<div>'.repeat(200)}<p>${one}</p><p>${two}</p>`).text).toBe(`${one}\n\n${two}`)
  })

  test.each([
    ['unclosed tags', `<div><p>${one}<p>${two}<b>`],
    ['no body and no tags', `${one} ${two}`],
    ['null bytes', `<p>${one}\u0000</p><p>${two}\u0000`],
    ['stray ends', `</div></p><p>${one}</p></article><p>${two}`],
    ['a body of its own twice', `<body><p>${one}</p></body><body><p>${two}</p></body>`],
  ])('%s', (_name, html) => {
    expect(read(html).text.replace(/\s+/g, ' ')).toBe(`${one} ${two}`)
  })

  test('nothing at all gives an empty text', () => {
    expect(read('')).toMatchObject({ text: '', blocks: [], title: null, language: null })
    expect(read('<!-- only a comment').text).toBe('')
  })

  test('2 MB of text and of white space are read', () => {
    const long = `${one} `.repeat(19_000)
    expect(read(`<p>${long}</p>`).text).toBe(long.trim())
    expect(read(`<p>${one}${' '.repeat(2_000_000)}${two}</p>`).text).toBe(`${one} ${two}`)
  })

  test('deeply nested JSON-LD is passed over', () => {
    const deep = `<script type="application/ld+json">${'['.repeat(100_000)}</script>`
    expect(article('', deep).text).toContain(one)
  })

  test('a short page is read from its own containers', () => {
    expect(
      read(`<div class="sidebar">Menu</div><main><h2>Note</h2><p>Closed today.</p></main>`).text,
    ).toContain('Closed today.')
  })
})
