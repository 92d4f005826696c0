import { describe, expect, test } from 'vitest'
import { documentOf, elementsIn } from './html/page-document.ts'
import { readMarkup } from './html/read-markup.ts'
import { article, blocksOf, codeOf, inner, one, read, two } from './html-fixture.ts'

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

  test('more attributes than any element has are refused', () => {
    const attributes = (count: number) => Array.from({ length: count }, (_, index) => `a${index}`).join(' ')
    expect(codeOf(`<p>${one}</p><p ${attributes(500)}>${two}</p>`)).toBe('read')
    expect(codeOf(`<p>${one}</p><p ${attributes(5_000)}>${two}</p>`)).toBe('page-too-complex')
  })

  test('thousands of links and nothing else are refused; beside an article they are not', () => {
    const links = '<li><a href="/a">An article about the ice in the harbour</a></li>'
    expect(codeOf(`<ul>${links.repeat(8_000)}</ul>`)).toBe('page-of-links')
    expect(codeOf(`<ul>${links.repeat(200)}</ul>`)).toBe('read')
    const text = `<p>${one}</p>`.repeat(1_000)
    expect(read(`<article>${text}</article><ul>${links.repeat(8_000)}</ul>`).text).toContain(one)
  })

  test('no element of what is read has more children than can be taken out quickly', () => {
    const many = 9_000
    for (const html of [
      `text<br>`.repeat(many),
      `<main>${'<div>text</div>'.repeat(many)}</main>`,
      `<main><section>${'<p>text</p>'.repeat(many)}</section></main>`,
      `<p>${'<i>a</i> b'.repeat(many)}</p>`,
      `<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(many)}</table>`,
    ]) {
      const { body } = documentOf(readMarkup(html).body)
      const children = [body, ...elementsIn(body)].map((element) => Array.from(element.childNodes).length)
      expect(Math.max(...children)).toBeLessThan(5_000)
    }
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

  test('a book of thousands of paragraphs is read whole and in order, wherever they stand', () => {
    const said = Array.from({ length: 5_000 }, (_, index) => `${index}. ${one}`)
    const paragraphs = said.map((text) => `<p>${text}</p>`).join('\n')
    for (const html of [paragraphs, `<div class="book">${paragraphs}</div>`])
      expect(read(`<h1>Ice</h1>${html}`).text.split('\n\n').slice(-said.length)).toEqual(said)
    const items = said.map((text) => `<li>${text}</li>`).join('')
    const list = blocksOf(article(`<ol>${items}</ol>`)).filter(([kind]) => kind === 'list-item')
    expect(list.map(([, text]) => text)).toEqual(said)
  })

  test('a paragraph and a listing of thousands of marked words stay one', () => {
    const words = Array.from({ length: 6_000 }, (_, index) => `word${index}`)
    const marked = words.map((word) => `<span>${word}</span>`).join(' ')
    expect(inner(`<p>${marked}.</p>`)).toEqual([['paragraph', `${words.join(' ')}.`]])
    expect(inner(`<pre><code>${marked}</code></pre>`)).toEqual([['code', words.join(' ')]])
    expect(inner(`<pre>${marked}</pre>`)).toEqual([['code', words.join(' ')]])
  })

  test('a short page is read from its own containers', () => {
    expect(
      read(`<div class="sidebar">Menu</div><main><h2>Note</h2><p>Closed today.</p></main>`).text,
    ).toContain('Closed today.')
  })
})
