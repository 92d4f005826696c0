import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import {
  catalog,
  drawn,
  helvetica,
  page,
  pageTree,
  rawPdf,
  read,
  sentence,
  showSentence,
  stream,
  write,
} from './pdf-fixture.ts'

const codeOf = (bytes: Uint8Array) =>
  read(bytes).then(
    () => 'read',
    (error: { code?: string }) => error.code,
  )
const ordinary = () => rawPdf([catalog, pageTree, page, stream(showSentence), helvetica])

describe('a PDF that can be read only in part, or not at all, says so', () => {
  test('cut off or damaged', async () => {
    const whole = await drawn((page, { serif }) => void write(page, [sentence], { y: 700, font: serif }))
    for (const length of [8, 60, whole.length / 2])
      expect(await codeOf(whole.slice(0, length))).toBe('file-damaged')
    expect(await codeOf(new TextEncoder().encode('%PDF-1.7\nnothing of the kind'))).toBe('file-damaged')
  })

  test('protected by a password', async () => {
    const unknown = `<${'41'.repeat(32)}>`
    const bytes = rawPdf(
      [catalog, pageTree, page, stream(showSentence), helvetica],
      `/ID [<01> <01>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${unknown} /U ${unknown} >> `,
    )
    expect(await codeOf(bytes)).toBe('file-protected')
  })

  test('pictures of text, on every page or on some', async () => {
    const image = stream(
      deflateSync(Buffer.alloc(300)),
      '/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode',
    )
    const shown =
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Resources << /XObject << /I 7 0 R >> >> >>'
    const scan = (kids: string, count: number) =>
      rawPdf([
        catalog,
        `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
        page,
        stream(showSentence),
        helvetica,
        stream('q 500 0 0 700 40 60 cm /I Do Q'),
        image,
        shown,
      ])
    await expect(read(scan('8 0 R', 1))).rejects.toMatchObject({
      code: 'no-text-in-pdf',
      field: 'source',
      message: expect.stringContaining('OCR'),
    })
    const { text, quality } = await read(scan('3 0 R 8 0 R', 2))
    expect(text).toBe(sentence)
    expect(quality).toEqual({ score: 50, doubt: 'scanned-pages' })
  })

  test('more than 500 pages', async () => {
    const kids = '3 0 R '.repeat(501)
    const bytes = rawPdf([
      catalog,
      `<< /Type /Pages /Kids [${kids}] /Count 501 >>`,
      page,
      stream(showSentence),
      helvetica,
    ])
    await expect(read(bytes)).rejects.toMatchObject({
      code: 'source-too-long',
      message: 'This PDF has 501 pages; Threadr reads at most 500. Split it, or paste the part you want.',
    })
  })
})

describe('a PDF that means harm does none', { timeout: 60_000 }, () => {
  test('arrays and dictionaries nested without end', async () => {
    const arrays = '['.repeat(10_000) + ']'.repeat(10_000)
    expect(
      await codeOf(
        rawPdf([catalog, pageTree, page, stream(showSentence), helvetica, arrays], '/Info 6 0 R '),
      ),
    ).toBe('read')
    const dictionaries = `<< /Type /Catalog /Pages 2 0 R /X ${'<< /A '.repeat(10_000)}1${' >>'.repeat(10_000)} >>`
    // How deep is too deep hangs on the stack that is left.
    expect(['read', 'file-damaged']).toContain(
      await codeOf(rawPdf([dictionaries, pageTree, page, stream(showSentence), helvetica])),
    )
  })

  test('a page tree that is its own branch, or lies about its size', async () => {
    const loop = '<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>'
    expect(await codeOf(rawPdf([catalog, loop, page, stream(showSentence), helvetica]))).toBe('file-damaged')
    const boast = '<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>'
    expect(await codeOf(rawPdf([catalog, boast, page, stream(showSentence), helvetica]))).toBe('read')
  })

  test.each([
    ['named plainly', '/Filter /FlateDecode', 50, 1],
    ['under another spelling', '/Filter /#46lateDecode', 50, 1],
    ['under an object of its own', '/Filter 6 0 R', 50, 1],
    ['as a picture', '/Subtype /Image /Filter /FlateDecode', 200, 1],
    ['packed twice', '/Filter [/FlateDecode /FlateDecode]', 50, 2],
  ])('a stream that unpacks to a bomb, %s', async (_name, entries, megabytes, layers) => {
    let bomb: Uint8Array = Buffer.alloc(megabytes * 1024 * 1024, 32)
    for (let layer = 0; layer < layers; layer += 1) bomb = deflateSync(bomb)
    const bytes = rawPdf([catalog, pageTree, page, stream(bomb, entries), helvetica, '/FlateDecode'])
    expect(bytes.length).toBeLessThan(300_000)
    expect(await codeOf(bytes)).toBe('file-too-complex')
  })

  test('more letters than a page can show', async () => {
    const letters = '1 0 0 1 50 700 Tm (abc) Tj '.repeat(60_000)
    expect(
      await codeOf(rawPdf([catalog, pageTree, page, stream(`BT /F 12 Tf ${letters}ET`), helvetica])),
    ).toBe('file-too-complex')
  })

  test('nothing it names elsewhere is fetched, and no script of it runs', async () => {
    let asked = 0
    const server = createServer((_, response) => {
      asked += 1
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const address = `http://127.0.0.1:${port}/`
    const bytes = rawPdf([
      `<< /Type /Catalog /Pages 2 0 R /OpenAction 6 0 R /URI << /Base (${address}) >> >>`,
      pageTree,
      page.replace('/F 5 0 R', '/F 5 0 R /G 7 0 R').replace('/Parent', '/AA << /O 6 0 R >> /Parent'),
      stream(showSentence.replace('Tj ET', 'Tj /G 12 Tf (and more) Tj ET')),
      helvetica,
      `<< /S /JavaScript /JS (globalThis.ranInPdf = true; fetch("${address}")) /Next << /S /URI /URI (${address}) >> >>`,
      '<< /Type /Font /Subtype /TrueType /BaseFont /Elsewhere /FontDescriptor 8 0 R >>',
      `<< /Type /FontDescriptor /FontName /Elsewhere /Flags 4 /FontFile2 9 0 R >>`,
      stream('', `/F << /Type /Filespec /FS /URL /F (${address}) >>`),
    ])
    const { text } = await read(bytes)
    server.close()
    expect(text).toContain(sentence)
    expect(asked).toBe(0)
    expect('ranInPdf' in globalThis).toBe(false)
  })

  test('the bytes that were handed over stay whole, a Buffer too', async () => {
    for (const bytes of [ordinary(), Buffer.from(ordinary())]) {
      expect((await read(bytes)).text).toBe(sentence)
      expect(new Uint8Array(bytes)).toEqual(ordinary())
    }
  })
})
