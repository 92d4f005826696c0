import { Readable } from 'node:stream'
import { constants, createZstdCompress, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readBody } from './read-body.ts'

const bytesIn = (size: number, chunk: Buffer) =>
  Readable.from(
    (function* () {
      for (let sent = 0; sent < size; sent += chunk.length) yield chunk
    })(),
  )
const tooLarge = { code: 'page-too-large', status: 422, retryable: false }

// The time limit only ends a run that hangs; making the packed bodies takes long on a busy machine.
describe('a body is counted at every layer', { timeout: 120_000 }, () => {
  test('a few hundred bytes that unfold to a hundred megabytes are given up without holding them', async () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(100 * 1024 * 1024)))
    expect(bomb.length).toBeLessThan(1_000)
    const before = process.memoryUsage().arrayBuffers
    await expect(
      readBody(Readable.from([bomb]), 'gzip, gzip', { maxBytes: 5 * 1024 * 1024 }),
    ).rejects.toMatchObject(tooLarge)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024)
  })

  test('packed bytes that unfold to nothing are counted as they come', async () => {
    const nothing = Buffer.concat(Array.from({ length: 100 }, () => gzipSync('')))
    await expect(readBody(bytesIn(2_000_000, nothing), 'gzip', { maxBytes: 100_000 })).rejects.toMatchObject(
      tooLarge,
    )
  })

  test('so is what stands between two layers', async () => {
    // Two megabytes of empty gzip members, which themselves pack well and unfold to nothing.
    const members = Buffer.concat(Array.from({ length: 100_000 }, () => gzipSync('')))
    const packed = deflateSync(members)
    expect(packed.length).toBeLessThan(100_000)
    await expect(
      readBody(Readable.from([packed]), 'gzip, deflate', { maxBytes: 100_000 }),
    ).rejects.toMatchObject(tooLarge)
  })

  test('a body of exactly the limit is read, one byte more is not', async () => {
    expect(await readBody(Readable.from([Buffer.alloc(100)]), '', { maxBytes: 100 })).toHaveLength(100)
    await expect(readBody(Readable.from([Buffer.alloc(101)]), '', { maxBytes: 100 })).rejects.toMatchObject(
      tooLarge,
    )
  })

  test('a body that may be cut is cut there, packed or not', async () => {
    const body = Buffer.from('0123456789'.repeat(1_000))
    for (const [packed, coding] of [
      [body, ''],
      [gzipSync(body), 'gzip'],
    ] as const) {
      const read = await readBody(Readable.from([packed]), coding, { maxBytes: 105, whenOver: 'cut' })
      expect(new TextDecoder().decode(read)).toBe(body.toString().slice(0, 105))
    }
  })
})

describe('zstd may have a window of 8 MB', { timeout: 120_000 }, () => {
  const packedWith = async (windowLog: number) => {
    const zstd = createZstdCompress({ params: { [constants.ZSTD_c_windowLog]: windowLog } })
    zstd.write(Buffer.alloc(1024 * 1024))
    zstd.end('the end')
    return Buffer.concat(await zstd.toArray())
  }
  const limits = { maxBytes: 5 * 1024 * 1024 }

  test('and no wider one, for which the reader would set memory aside', async () => {
    expect(await readBody(Readable.from([await packedWith(23)]), 'zstd', limits)).toHaveLength(
      1024 * 1024 + 7,
    )
    await expect(readBody(Readable.from([await packedWith(24)]), 'zstd', limits)).rejects.toMatchObject({
      code: 'ZSTD_error_frameParameter_windowTooLarge',
    })
  })

  test('which ordinary bodies keep to', async () => {
    const body = Buffer.from('all in one '.repeat(10_000))
    expect(await readBody(Readable.from([zstdCompressSync(body)]), 'zstd', limits)).toHaveLength(body.length)
  })
})
