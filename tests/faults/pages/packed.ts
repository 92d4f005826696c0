import { brotliCompressSync, constants, createGzip, createZstdCompress, gzipSync } from 'node:zlib'
import { hostilePage } from './hostile-page.ts'
import { serve, serveRaw, writeEndlessly } from './serve.ts'

const quarterGigabyte = 256 * 1024 * 1024

/** 256 MB of nothing in gzip, made piece by piece. */
async function zeros(): Promise<Buffer> {
  const gzip = createGzip({ level: 9 })
  const piece = Buffer.alloc(1024 * 1024)
  for (let written = 0; written < quarterGigabyte; written += piece.length) gzip.write(piece)
  gzip.end()
  return Buffer.concat(await gzip.toArray())
}

const packed = (body: Buffer, encoding: string) =>
  serve((_request, response) =>
    response
      .writeHead(200, {
        'Content-Type': 'text/html',
        'Content-Encoding': encoding,
        'Content-Length': body.length,
      })
      .end(body),
  )

/** Some 600 bytes on the wire, 256 MB unpacked. */
export const doubleGzip = hostilePage({
  name: 'double-gzip',
  start: async () => packed(gzipSync(await zeros(), { level: 9 }), 'gzip, gzip'),
  ends: { codes: ['page-too-large'] },
})

export const mixedPacking = hostilePage({
  name: 'gzip-in-brotli',
  slow: true,
  start: async () => packed(brotliCompressSync(await zeros()), 'gzip, br'),
  ends: { codes: ['page-too-large'] },
})

/** A frame that has its reader set 128 MB aside before the first byte. */
export const wideWindow = hostilePage({
  name: 'zstd-window',
  start: async () => {
    // Only a stream, whose length isn't known, keeps so wide a window.
    const zstd = createZstdCompress({ params: { [constants.ZSTD_c_windowLog]: 27 } })
    zstd.write(Buffer.alloc(1024 * 1024))
    zstd.end('x'.repeat(100))
    return packed(Buffer.concat(await zstd.toArray()), 'zstd')
  },
  ends: { codes: ['page-unreadable'] },
})

/** Empty gzip members without end: nothing ever comes out of them. */
export const endlessNothing = hostilePage({
  name: 'gzip-of-nothing',
  start: () => {
    const nothing = Buffer.concat(Array.from({ length: 2_000 }, () => gzipSync('')))
    return serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n')
      writeEndlessly(socket, () => nothing)
    })
  },
  ends: { codes: ['page-too-large'] },
})
