import { strToU8, type Zippable, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readEpub } from './read-epub.ts'

type Item = {
  id: string
  href: string
  content?: string
  properties?: string
  type?: string
  linear?: string
}

const chapter = (body: string, attributes = '') =>
  `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/><script src="x.js"/></head><body${attributes}>${body}</body></html>`
const metadata =
  '<dc:title>Winter crossings</dc:title><dc:creator>Ann Berg</dc:creator><dc:creator opf:role="trl">Olav Lie</dc:creator><dc:language>en-GB</dc:language><dc:publisher>Ice Press</dc:publisher><dc:date>2021-02-03</dc:date>'

function book(items: readonly Item[], { files = {}, guide = '' }: { files?: Zippable; guide?: string } = {}) {
  const manifest = items
    .map(
      ({ id, href, properties = '', type = 'application/xhtml+xml' }) =>
        `<item id="${id}" href="${href}" media-type="${type}" properties="${properties}"/>`,
    )
    .join('')
  const spine = items.map(({ id, linear = 'yes' }) => `<itemref idref="${id}" linear="${linear}"/>`).join('')
  const contents = items.flatMap(({ href, content }) =>
    content === undefined ? [] : [[`OEBPS/${decodeURIComponent(href)}`, strToU8(content)] as const],
  )
  return zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    ),
    'OEBPS/book.opf': strToU8(
      `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${metadata}</metadata><manifest>${manifest}</manifest><spine>${spine}</spine>${guide}</package>`,
    ),
    ...Object.fromEntries(contents),
    ...files,
  })
}
const one = {
  id: 'one',
  href: 'text/one.xhtml',
  content: chapter('<h1>One</h1><p>The harbour<a epub:type="noteref" href="#n1">1</a> freezes.</p>'),
}
const two = {
  id: 'two',
  href: 'text/two%20more.xhtml',
  content: chapter('<h2>Two</h2><blockquote><p>In spring it breaks.</p></blockquote>'),
}
const read = (bytes: Uint8Array) => readEpub({ bytes, url: null })
const passages = (bytes: Uint8Array) => {
  const { text, blocks } = read(bytes)
  return blocks.map(({ kind, level, start, end }) => [`${kind}${level ?? ''}`, text.slice(start, end)])
}
const codeOf = (bytes: Uint8Array) => {
  try {
    read(bytes)
  } catch (error) {
    return (error as { code?: string }).code
  }
  return 'read'
}

describe('an e-book', () => {
  test('is its chapters in the order of the spine, with what it says of itself', () => {
    const bytes = book([two, one])
    expect(passages(bytes)).toEqual([
      ['heading2', 'Two'],
      ['quote', 'In spring it breaks.'],
      ['heading1', 'One'],
      ['paragraph', 'The harbour freezes.'],
    ])
    expect(read(bytes)).toMatchObject({
      kind: 'epub',
      title: 'Winter crossings',
      byline: 'Ann Berg',
      siteName: 'Ice Press',
      publishedAt: '2021-02-03',
      language: 'en-GB',
      quality: { score: 100, doubt: null },
    })
  })

  test('without cover, contents and imprint', () => {
    const aside = (id: string, more: Partial<Item> = {}, attributes = ''): Item => ({
      id,
      href: `${id}.xhtml`,
      content: chapter(`<p>Not the text: ${id}</p>`, attributes),
      ...more,
    })
    const bytes = book(
      [
        aside('nav', { properties: 'nav' }),
        aside('cover', {}, ' epub:type="cover"'),
        {
          ...aside('imprint'),
          content: chapter('<section epub:type="copyright-page"><p>All rights</p></section>'),
        },
        aside('list'),
        aside('apart', { linear: 'no' }),
        aside('drawing', { type: 'image/svg+xml' }),
        one,
      ],
      { guide: '<guide><reference type="toc" href="list.xhtml#top"/></guide>' },
    )
    expect(passages(bytes).map(([, text]) => text)).toEqual(['One', 'The harbour freezes.'])
  })

  test('that lacks a chapter is read, and says how much of it', () => {
    const lost = { id: 'lost', href: 'lost.xhtml' }
    expect(read(book([one, lost])).quality.score).toBe(50)
    expect(read(book([one, lost])).text).toContain('The harbour freezes.')
    expect(codeOf(book([lost]))).toBe('file-damaged')
  })

  test('that is copy-protected says so; obfuscated fonts are no protection', () => {
    const encryption = (path: string, algorithm: string) => ({
      'META-INF/encryption.xml': strToU8(
        `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${path}"/></enc:CipherData></enc:EncryptedData></encryption>`,
      ),
    })
    const aes = 'http://www.w3.org/2001/04/xmlenc#aes128-cbc'
    expect(codeOf(book([one], { files: encryption('OEBPS/text/one.xhtml', aes) }))).toBe('file-protected')
    expect(
      codeOf(book([one], { files: encryption('OEBPS/font.otf', 'http://www.idpf.org/2008/embedding') })),
    ).toBe('read')
  })
})

describe('an e-book that means harm does none', { timeout: 60_000 }, () => {
  test('paths that lead out of the archive lead nowhere', () => {
    const out = { id: 'out', href: '../../../../etc/passwd' }
    const { text } = read(
      book([one, out], { files: { '../../etc/passwd': strToU8(chapter('<p>root</p>')) } }),
    )
    expect(text).toBe('One\n\nThe harbour freezes.')
  })

  test('chapters that are bombs, or nested without end', () => {
    const bomb = new Uint8Array(21 * 1024 * 1024).fill(32)
    expect(codeOf(book([one, { id: 'x', href: 'x.xhtml' }], { files: { 'OEBPS/x.xhtml': bomb } }))).toBe(
      'file-too-complex',
    )
    const deep = chapter('<div>'.repeat(20_000))
    expect(codeOf(book([{ id: 'x', href: 'x.xhtml', content: deep }]))).toBe('file-too-complex')
  })

  test('more chapters or text than Threadr reads', () => {
    const chapters = Array.from({ length: 301 }, (_, index) => ({
      id: `c${index}`,
      href: `${index}.xhtml`,
      content: chapter('<p>x</p>'),
    }))
    expect(codeOf(book(chapters))).toBe('source-too-long')
    const long = chapter(`<p>${'The harbour freezes. '.repeat(40_000)}</p>`)
    const longs = ['a', 'b', 'c'].map((id) => ({ id, href: `${id}.xhtml`, content: long }))
    expect(codeOf(book(longs))).toBe('source-too-long')
  })

  test('entities of its own are not expanded', () => {
    const bomb = chapter('<p>The harbour &l9; freezes.</p>').replace(
      '<!DOCTYPE html>',
      `<!DOCTYPE html [<!ENTITY l0 "ha">${Array.from({ length: 9 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join('')}]>`,
    )
    expect(read(book([{ id: 'x', href: 'x.xhtml', content: bomb }])).text).toBe('The harbour &l9; freezes.')
  })

  test('without a package, or cut off', () => {
    expect(codeOf(zipSync({ 'META-INF/container.xml': strToU8('<container/>') }))).toBe('file-damaged')
    expect(codeOf(book([one]).slice(0, 900))).toBe('file-damaged')
  })
})
