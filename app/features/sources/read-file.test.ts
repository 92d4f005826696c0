import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { decodeText } from './decode.ts'
import { snapshotFrom } from './html-fixture.ts'
import { drawn, write } from './kinds/pdf/pdf-fixture.ts'
import { readDocument } from './read-document.ts'
import { largestFile, largestTextFile, readFileSource } from './read-file.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const zip = (...names: string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, new Uint8Array(3)])))
const read = (name: string, bytes: Uint8Array) => snapshotFrom(readFileSource({ name, bytes }, readDocument))
const german =
  'Die Fähre überquert den Fluß täglich um fünf Uhr, außer im Frühjahr, wenn die Straßen überflutet sind.'

describe('a file is read by its content', () => {
  test('HTML whatever its name', async () => {
    const html =
      '<!doctype html><title>Ice</title><p>It froze again last night, and the whole harbour lay still.</p>'
    expect(await read('notes.txt', utf8(html))).toMatchObject({ kind: 'html', title: 'Ice', url: null })
    expect((await read('page', utf8('<div><p>One</p><p>Two words</p></div>'))).kind).toBe('html')
  })

  test('Markdown and plain text', async () => {
    expect((await read('a.txt', utf8('# Ice\n\nIt froze.'))).kind).toBe('markdown')
    expect((await read('a.md', utf8('It froze.'))).kind).toBe('markdown')
    expect((await read('a.html', utf8('It froze, and 3 < 4.'))).kind).toBe('text')
  })

  test.each([
    ['a ZIP archive', zip('notes.txt')],
    ['a ZIP archive', latin('PK\u0003\u0004rest')],
    ['a spreadsheet', zip('[Content_Types].xml', 'xl/workbook.xml')],
    ['an image', latin('\u0089PNG\r\n\u001A\n')],
    ['an image', latin('RIFF0000WEBPVP8 ')],
    ['audio or video', latin('RIFF0000WAVEfmt ')],
    ['audio or video', latin('0000ftypisom')],
    ['XML that is no article', utf8('<?xml version="1.0"?><svg><title>Ice</title></svg>')],
    ['a file without readable text', Uint8Array.from({ length: 2_000 }, (_, index) => (index * 7) % 32)],
  ])('%s is refused with what Threadr takes', async (what, bytes) => {
    await expect(read('notes.txt', bytes)).rejects.toMatchObject({
      code: 'unsupported-document',
      status: 422,
      message: `This file is ${what}. Threadr takes text, Markdown, HTML, PDF, Word and EPUB files (.txt, .md, .html, .pdf, .docx, .epub); paste the text instead.`,
    })
  })

  const ole = (stream: string) =>
    new Uint8Array(
      Buffer.concat([latin('\u00D0\u00CF\u0011\u00E0'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]),
    )
  test.each([
    ['(.doc)', '.docx or PDF', ole('WordDocument')],
    ['(.rtf)', '.docx or PDF', latin('{\\rtf1\\ansi text}')],
    ['(.odt)', '.docx or PDF', zip('mimetype', 'content.xml', 'META-INF/manifest.xml')],
    ['a presentation', 'as a PDF', zip('[Content_Types].xml', 'ppt/presentation.xml')],
  ])('%s is refused with what to save it as', async (what, as, bytes) => {
    const refused = read('notes.docx', bytes)
    await expect(refused).rejects.toMatchObject({
      code: 'unsupported-document',
      message: expect.stringContaining(what),
    })
    await expect(refused).rejects.toThrow(as)
  })

  test('an Office document with a password says so', async () => {
    await expect(read('notes.docx', ole('EncryptedPackage'))).rejects.toMatchObject({
      code: 'file-protected',
    })
  })

  test('a PDF, a Word document and an e-book whatever their names', async () => {
    const pdf = await drawn((page, { serif }) => void write(page, ['It froze.'], { y: 700, font: serif }))
    expect(await read('notes.txt', pdf)).toMatchObject({ kind: 'pdf', text: 'It froze.' })
    const mailed = new Uint8Array(Buffer.concat([latin('\u0000\r\nheader\r\n'), pdf]))
    expect((await read('notes', mailed)).kind).toBe('pdf')
    await expect(read('notes.txt', zip('[Content_Types].xml', 'word/document.xml'))).rejects.toThrow(
      'Word document',
    )
    await expect(read('notes.txt', zip('META-INF/container.xml'))).rejects.toThrow('e-book')
  })

  test('nothing at all, or nothing to read, is refused', async () => {
    await expect(read('a.txt', new Uint8Array())).rejects.toMatchObject({ code: 'empty-source' })
    await expect(read('a.txt', utf8(' \n\n '))).rejects.toMatchObject({ code: 'empty-source' })
  })

  test.each([
    ['2 MB of text', new Uint8Array(largestTextFile + 1).fill(97), '2 MB, the most Threadr takes of text'],
    [
      '10 MB of anything else',
      Buffer.concat([latin('%PDF-1.7'), new Uint8Array(largestFile)]),
      '10 MB, the most Threadr takes.',
    ],
  ])('more than %s is refused', async (_what, bytes, sentence) => {
    await expect(read('a.txt', bytes)).rejects.toMatchObject({
      code: 'source-too-large',
      status: 413,
      message: expect.stringContaining(sentence),
    })
  })

  test('a file of another kind may be larger than a text', async () => {
    const large = Buffer.concat([latin('%PDF-1.7'), new Uint8Array(largestTextFile)])
    await expect(read('a.pdf', large)).rejects.toMatchObject({ code: 'file-damaged' })
  })
})

describe('a charset is found', () => {
  test.each([
    ['a byte order mark', utf8(`\uFEFF${german}`)],
    ['UTF-8 without a mark', utf8(german)],
    ['UTF-16 with a mark', new Uint8Array(Buffer.from(`\uFEFF${german}`, 'utf16le'))],
    ['UTF-16 without a mark', new Uint8Array(Buffer.from(german, 'utf16le'))],
    ['UTF-16, big end first', new Uint8Array(Buffer.from(`\uFEFF${german}`, 'utf16le').swap16())],
    ['UTF-16, big end first, without a mark', new Uint8Array(Buffer.from(german, 'utf16le').swap16())],
    ['Latin-1, by detection', latin(german)],
  ])('from %s', async (_name, bytes) => {
    expect((await read('a.txt', bytes)).text).toBe(german)
  })

  test("from a page's meta element", () => {
    expect(
      decodeText(latin(`<meta charset="windows-1251"><p>\u00CF\u00F0\u00E8\u00E2\u00E5\u00F2`)),
    ).toContain('Привет')
    expect(decodeText(latin(`<?xml version="1.0" encoding="iso-8859-2"?><p>\u00B3\u00F3d\u00BC`))).toContain(
      'łódź',
    )
  })

  test('from the header before the page, and from the bytes before a wrong header', () => {
    expect(decodeText(latin('<meta charset="utf-8">caf\u00E9'), 'iso-8859-1')).toContain('café')
    expect(decodeText(utf8('café'), 'iso-8859-1')).toBe('café')
    expect(decodeText(latin('caf\u00E9 and more of it'), 'no-such-charset')).toContain('café')
  })

  test('from Shift_JIS and ISO-2022-JP bytes', () => {
    const shiftJis = Uint8Array.of(0x8d, 0x60, 0x82, 0xcd, 0x93, 0x80, 0x82, 0xe9)
    expect(decodeText(shiftJis, 'shift_jis')).toBe('港は凍る')
    expect(decodeText(latin('\u001B$B9A\u001B(B'), 'iso-2022-jp')).toBe('港')
  })
})
