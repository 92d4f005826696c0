import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, test } from 'vitest'
import { asCsv } from './as-csv.ts'
import { markdownText } from './as-markdown.ts'
import { type ExportedThread, exportedThreadSchema } from './exported-thread.ts'
import { formats } from './formats.ts'

const thread = (texts: string[], more: Partial<ExportedThread> = {}): ExportedThread => ({
  $schema: 'https://threadr.example/schemas/thread-1.json',
  format: 'threadr.thread/1',
  title: 'A bridge',
  language: 'en',
  createdAt: '2026-11-26T08:00:00.000Z',
  network: 'x',
  numbering: false,
  source: {
    title: 'The bridge',
    url: 'https://example.com/a_b?c=d&e',
    siteName: null,
    byline: null,
    publishedAt: null,
  },
  tweets: texts.map((text, at) => ({
    position: at + 1,
    text,
    plain: text,
    length: text.length,
    verdict: null,
    passages: [],
  })),
  ...more,
})

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', "'", '=', '+', '-', '@', '\t', 'a', '＝') }),
)

/** RFC 4180, read without any knowledge of how we write it. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  const cells = /("(?:[^"]|"")*"|[^,\r\n"]*)(,|\r\n)/gy
  for (const [, raw = '', end] of text.matchAll(cells)) {
    rows.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw)
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

describe('CSV', () => {
  test('gives every text back, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(anyText), (texts) => {
        const rows = parseCsv(asCsv(thread(texts)).slice(1))
        const read = rows.slice(1).map(([, text = '']) => text.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/u, ''))
        expect(read).toEqual(texts)
      }),
    )
  })

  test('never holds a cell that a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(fc.array(anyText), (texts) => {
        for (const cell of parseCsv(asCsv(thread(texts)).slice(1)).flat())
          expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u)
      }),
    )
    expect(asCsv(thread(['=HYPERLINK("https://evil.example")']))).toContain(
      `"'=HYPERLINK(""https://evil.example"")"`,
    )
  })

  test('begins with the mark that Excel needs, and names its columns', () => {
    expect(asCsv(thread(['One', 'Two']))).toMatch(
      /^\ufeff"position","text","length","verdict","source"\r\n1,"One",3,"","https:/,
    )
  })
})

describe('JSON', () => {
  test('is read back as it was, by the schema that describes it', () => {
    fc.assert(
      fc.property(fc.array(anyText), fc.string(), (texts, title) => {
        const given = thread(texts, { title })
        expect(exportedThreadSchema.parse(JSON.parse(formats.json.write(given)))).toEqual(given)
      }),
    )
  })
})

describe('Markdown', () => {
  type Node = { type: string; value?: string; children?: Node[] }
  const shown = ({ type, value = '', children = [] }: Node): string => {
    if (type === 'break') return '\n'
    if (type === 'root') return children.map(shown).join('\n\n')
    return value + children.map(shown).join('')
  }
  const read = (markdown: string): Node =>
    fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })

  test('shows a text as it was written, whatever marks are in it', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'\\`*_[]()<>#&~|!-+=.:1a@/w'), maxLength: 20 })
    const lines = fc.array(
      signs.map((line) => line.trim()).filter((line) => line !== ''),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(lines, (written) => {
        const text = written.join('\n')
        const tree = read(markdownText(text))
        expect(shown(tree)).toBe(text)
        expect(tree.children?.every(({ type }) => type === 'paragraph')).toBe(true)
      }),
      { numRuns: 300, examples: [[['a', ':-']], [['a', ':-:']]] },
    )
  })

  test('keeps links, paragraphs and the rule between tweets', () => {
    const markdown = formats.markdown.write(thread(['# One\n\nhttps://a.example/x_y_z *now*', '2. Two']))
    expect(markdown).toBe(
      '# A bridge\n\nFrom <https://example.com/a_b?c=d&e>\n\n\\# One\n\n<https://a.example/x_y_z> \\*now\\*\n\n---\n\n2\\. Two\n',
    )
  })
})

describe('HTML to print', () => {
  test('shows what tweets say and runs nothing of it', () => {
    const html = formats.html.write(thread(['<script>alert(1)</script> & "more"'], { title: '</title><b>x' }))
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;')
    expect(html).not.toMatch(/<script|<b>/)
    expect(html).toContain('<html lang="en" dir="ltr">')
    expect(html).not.toMatch(/src=|url\(|@import/)
  })
})

test('plain text is what is copied: the tweets with a blank line between them', () => {
  expect(formats.text.write(thread(['One 1/2', 'Two 2/2']))).toBe('One 1/2\n\nTwo 2/2\n')
})

test('a page in Hebrew is laid out from the right, its line too', () => {
  const html = formats.html.write(thread(['הגשר נסגר.'], { language: 'he' }))
  expect(html).toContain('<html lang="he" dir="rtl">')
})
