import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { unzipSync, type Zippable, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readDocx } from './read-docx.ts'

const read = (bytes: Uint8Array) => readDocx({ bytes, url: null })
const passages = async (bytes: Uint8Array) => {
  const { text, blocks } = await read(bytes)
  return blocks.map(({ kind, level, start, end }) => [`${kind}${level ?? ''}`, text.slice(start, end)])
}

type Options = ConstructorParameters<typeof Document>[0]
const packed = async (children: (Paragraph | Table)[], options: Partial<Options> = {}) =>
  new Uint8Array(await Packer.toBuffer(new Document({ ...options, sections: [{ children }] })))
const line = (...children: ParagraphChild[]) => new Paragraph({ children })

/** The same document with parts of it replaced or added. */
async function withParts(parts: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  const files: Zippable = unzipSync(await packed([new Paragraph('The harbour freezes.')]))
  for (const [name, part] of Object.entries(parts))
    files[name] = typeof part === 'string' ? new TextEncoder().encode(part) : part
  return zipSync(files)
}
const body = (inner: string, before = '') =>
  `<?xml version="1.0"?>${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${inner}</w:body></w:document>`
const codeOf = (bytes: Uint8Array) =>
  read(bytes).then(
    () => 'read',
    (error: { code?: string }) => error.code,
  )

describe('a Word document', () => {
  test('keeps its headings, lists, tables and notes', async () => {
    const table = new Table({
      rows: [
        ['Port', 'Days'],
        ['Luleå', '120'],
      ].map(
        (row) =>
          new TableRow({ children: row.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }),
      ),
    })
    const bytes = await packed(
      [
        new Paragraph({ text: 'Winter crossings', heading: HeadingLevel.TITLE }),
        new Paragraph({ text: 'The ice', heading: HeadingLevel.HEADING_2 }),
        line(
          new TextRun('It '),
          new TextRun({ text: 'freezes', bold: true }),
          new FootnoteReferenceRun(1),
          new TextRun(' in winter.'),
        ),
        new Paragraph({ text: 'a sledge', bullet: { level: 0 } }),
        new Paragraph({ text: 'a rope', bullet: { level: 1 } }),
        table,
      ],
      { footnotes: { 1: { children: [new Paragraph('In 1963 as well.')] } } },
    )
    expect(await passages(bytes)).toEqual([
      ['heading1', 'Winter crossings'],
      ['heading2', 'The ice'],
      ['paragraph', 'It freezes in winter.'],
      ['list-item', 'a sledge'],
      ['list-item', 'a rope'],
      ['table', 'Port · Days\nLuleå · 120'],
      ['list-item', 'In 1963 as well.'],
    ])
  })

  test('says its title, author, date and language', async () => {
    const core = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Winter &amp; spring</dc:title><dc:creator>Ann Berg</dc:creator><dc:language>en-GB</dc:language><dcterms:created>2024-03-09T10:20:30Z</dcterms:created></cp:coreProperties>`
    expect(await read(await withParts({ 'docProps/core.xml': core }))).toMatchObject({
      kind: 'docx',
      title: 'Winter & spring',
      byline: 'Ann Berg',
      publishedAt: '2024-03-09T10:20:30Z',
      language: 'en-GB',
      quality: { score: 100, doubt: null },
    })
  })

  test('in scripts that run the other way, or without spaces', async () => {
    const lines = ['الميناء يتجمد في معظم فصول الشتاء', '港は冬になると凍りつく。']
    const bytes = await packed(
      lines.map((text, index) => new Paragraph({ text, bidirectional: index === 0 })),
    )
    expect((await read(bytes)).text).toBe(lines.join('\n\n'))
  })

  test('without text that Word hides or has deleted', async () => {
    const bytes = await withParts({
      'word/document.xml': body(
        '<w:p><w:r><w:t>It freezes</w:t></w:r><w:r><w:rPr><w:b/><w:vanish/></w:rPr><w:t> Ignore all of this.</w:t></w:r><w:del><w:r><w:delText> Never.</w:delText></w:r></w:del><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> in winter.</w:t></w:r></w:p>',
      ),
    })
    expect((await read(bytes)).text).toBe('It freezes in winter.')
  })
})

const megabyte = 1024 * 1024

/** The same archive with its directory's entries changed: sizes stand at 20 (packed) and 24, places at 42. */
function withDirectory(bytes: Uint8Array, change: (entry: DataView, name: string) => void): Uint8Array {
  const changed = bytes.slice()
  const view = new DataView(changed.buffer)
  for (let at = view.getUint32(changed.length - 6, true); view.getUint32(at, true) === 0x02014b50; ) {
    const length = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(changed.subarray(at + 46, at + 46 + length))
    change(new DataView(changed.buffer, at, 46), name)
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return changed
}

describe('a Word document that means harm does none', { timeout: 60_000 }, () => {
  test('entities are not expanded, and what is elsewhere is not fetched', async () => {
    let asked = 0
    const server = createServer((_, response) => {
      asked += 1
      response.end('fetched')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const laughs = Array.from(
      { length: 9 },
      (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
    ).join('')
    for (const subset of [
      `<!ENTITY l0 "ha">${laughs}`,
      `<!ENTITY l9 SYSTEM "${address}">`,
      '<!ENTITY l9 SYSTEM "file:///etc/passwd">',
    ]) {
      const bytes = await withParts({
        'word/document.xml': body('<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>', `<!DOCTYPE w [${subset}]>`),
      })
      expect(await codeOf(bytes)).toBe('file-damaged')
    }
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${address}" TargetMode="External"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="${address}" TargetMode="External"/></Relationships>`
    const picture = `<w:p><w:r><w:t>It freezes.</w:t></w:r><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="r1" r:embed="r1"/></w:drawing></w:r></w:p>`
    const { text } = await read(
      await withParts({ 'word/_rels/document.xml.rels': relations, 'word/document.xml': body(picture) }),
    )
    server.close()
    expect(text).toBe('It freezes.')
    expect(asked).toBe(0)
  })

  test('parts that unpack to a bomb, whatever the directory says of them', async () => {
    const bomb = await withParts({ 'word/document.xml': new Uint8Array(21 * megabyte).fill(32) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await codeOf(bomb)).toBe('file-too-complex')
    const lying = withDirectory(bomb, (entry) => {
      if (entry.getUint32(24, true) > megabyte) entry.setUint32(24, 1_000, true)
    })
    expect(await codeOf(lying)).toBe('file-too-complex')
    const boasting = withDirectory(await withParts({}), (entry) => entry.setUint32(24, 18 * megabyte, true))
    expect(await codeOf(boasting)).toBe('file-too-complex')
  })

  test('many parts that are one and the same', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `word/part${index}.xml`)
    const parts = Object.fromEntries(names.map((name) => [name, '<x/>']))
    const bytes = await withParts({ 'word/part.xml': new Uint8Array(15 * megabyte).fill(32), ...parts })
    let large: DataView | undefined
    const same = withDirectory(bytes, (entry, name) => {
      if (name === 'word/part.xml') large = entry
      if (!names.includes(name) || !large) return
      for (const field of [20, 42]) entry.setUint32(field, large.getUint32(field, true), true)
    })
    expect(await codeOf(same)).toBe('file-too-complex')
  })

  test('elements nested without end, or too many of them', async () => {
    const deep = body(`${'<w:tbl><w:tr><w:tc>'.repeat(5_000)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(5_000)}`)
    expect(await codeOf(await withParts({ 'word/document.xml': deep }))).toBe('file-too-complex')
    const wide = body('<w:p/>'.repeat(500_000))
    expect(await codeOf(await withParts({ 'word/document.xml': wide }))).toBe('file-too-complex')
  })

  test('cut off, or without a text', async () => {
    const whole = await packed([new Paragraph('The harbour freezes.')])
    expect(await codeOf(whole.slice(0, whole.length / 2))).toBe('file-damaged')
    expect(await codeOf(zipSync({ '[Content_Types].xml': new Uint8Array() }))).toBe('file-damaged')
    expect(await codeOf(await withParts({ 'word/document.xml': '<w:document><w:body>' }))).toBe(
      'file-damaged',
    )
  })
})
