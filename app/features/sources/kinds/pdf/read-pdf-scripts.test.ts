import { describe, expect, test } from 'vitest'
import { catalog, page, pageTree, rawPdf, read, stream } from './pdf-fixture.ts'

/** A page of text in any script: a font without glyphs whose codes are named by a ToUnicode map, as in real files. */
function inScript(lines: readonly { text: string; x: number; y: number }[], width = 1_000): Uint8Array {
  const letters = [...new Set(lines.flatMap(({ text }) => Array.from(text)))]
  const code = (letter: string) => (letters.indexOf(letter) + 1).toString(16).padStart(4, '0')
  const utf16 = (letter: string) => Buffer.from(letter, 'utf16le').swap16().toString('hex')
  const content = lines
    .map(({ text, x, y }) => `BT /F 12 Tf 1 0 0 1 ${x} ${y} Tm <${Array.from(text, code).join('')}> Tj ET`)
    .join('\n')
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${letters.length} beginbfchar
${letters.map((letter) => `<${code(letter)}> <${utf16(letter)}>`).join('\n')}
endbfchar endcmap end end`
  return rawPdf([
    catalog,
    pageTree,
    page,
    stream(content),
    '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 8 0 R >>',
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW ${width} /FontDescriptor 7 0 R >>`,
    '<< /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    stream(map),
  ])
}

describe('scripts other than Latin', () => {
  test('Japanese lines are joined without spaces, and parted at paragraphs', async () => {
    const snapshot = await read(
      inScript([
        { text: '　港は冬になるとたいてい凍りついて、渡し船は岸につながれたままになる。', x: 60, y: 780 },
        { text: '人びとは歩いて氷の上を渡り、必要なものはそりに積んで引いていくのだった。', x: 60, y: 762 },
        { text: '雪に立てられた枝が道しるべになる。', x: 60, y: 744 },
        { text: '　春になると枝は流れていき、一週間ほどはだれも渡ることができない。', x: 60, y: 726 },
      ]),
    )
    expect(snapshot.text).toBe(
      '港は冬になるとたいてい凍りついて、渡し船は岸につながれたままになる。人びとは歩いて氷の上を渡り、必要なものはそりに積んで引いていくのだった。雪に立てられた枝が道しるべになる。\n\n春になると枝は流れていき、一週間ほどはだれも渡ることができない。',
    )
    expect(snapshot.language).toBe('ja')
  })

  test('Hebrew and Arabic come in the order in which they are read', async () => {
    // Files hold such lines as they look, so that the last letter comes first.
    const seen = (text: string) => Array.from(text).reverse().join('')
    const hebrew = ['הנמל קופא ברוב החורפים והמעבורת עוגנת עד מרץ', 'אנשים חוצים ברגל ומושכים מזחלות']
    const snapshot = await read(
      inScript(
        hebrew.map((line, index) => ({ text: seen(line), x: 500 - line.length * 6, y: 780 - index * 16 })),
        500,
      ),
    )
    expect(snapshot.text).toBe(hebrew.join(' '))
    expect(snapshot.language).toBe('he')
  })

  test('ligatures are their letters', async () => {
    const snapshot = await read(
      inScript([{ text: 'The ﬁrst ﬂoe drifts oﬀ; an eﬃcient ﬁne.', x: 60, y: 780 }], 500),
    )
    expect(snapshot.text).toBe('The first floe drifts off; an efficient fine.')
  })

  test('letters that no font names are no text', async () => {
    await expect(
      read(inScript([{ text: '\uE001\uE002\uE003\uE004\uE005\uE006', x: 60, y: 780 }])),
    ).rejects.toMatchObject({
      code: 'no-text-in-pdf',
    })
  })
})
