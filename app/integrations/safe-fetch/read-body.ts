import { pipeline as connect, Duplex, type Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib'
import { AppError } from '#app/platform/errors.ts'

const mostLayers = 2

const megabytes = (bytes: number) =>
  (bytes / (1024 * 1024)).toLocaleString('en', { maximumFractionDigits: 1 })

/** The refusal of a page over the limit, by what it declares or by what arrived. */
export function tooLarge(maxBytes: number): AppError {
  return new AppError(
    'page-too-large',
    `This page is larger than ${megabytes(maxBytes)} MB, the most Threadr reads. Paste the part you want as text instead.`,
    { status: 422, field: 'source' },
  )
}

// As browsers do: a stream that ends without its checksum counts; HTTP itself tells whether the body was whole.
const zlib = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH }

/** Servers that say "deflate" send a zlib stream or a bare one; the first byte's low half is 8 in zlib's header. */
function inflateEither(): Duplex {
  return Duplex.from(async function* (source: AsyncIterable<Uint8Array>) {
    const chunks = source[Symbol.asyncIterator]()
    const first = await chunks.next()
    if (first.done) return
    const inflate = ((first.value[0] ?? 0) & 0x0f) === 8 ? createInflate(zlib) : createInflateRaw(zlib)
    const whole = async function* () {
      yield first.value
      for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
    }
    // An error of either end reaches the loop that reads from here.
    yield* connect(whole, inflate, () => {})
  })
}

function decoderOf(coding: string): Duplex {
  if (coding === 'gzip' || coding === 'x-gzip') return createGunzip(zlib)
  if (coding === 'deflate') return inflateEither()
  if (coding === 'br') return createBrotliDecompress()
  if (coding === 'zstd') return createZstdDecompress()
  throw new AppError(
    'page-unreadable',
    `The page came in an encoding Threadr doesn't know (“${coding.slice(0, 30)}”). Paste the text instead.`,
    { status: 502, field: 'source' },
  )
}

/**
 * Reads a response's body, decoding what `Content-Encoding` names. Decoded bytes are counted as they come, each layer
 * holds back the one before it, and at most two layers are taken off, so that a few hundred bytes that unfold to
 * gigabytes cost a buffer each. Throws `page-too-large` and `page-unreadable`; the stream's own errors pass through.
 */
export async function readBody(
  body: Readable,
  contentEncoding: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const codings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity')
  if (codings.length > mostLayers) {
    throw new AppError(
      'page-unreadable',
      'The page is packed several times over, so Threadr doesn’t unpack it. Paste the text instead.',
      { status: 502, field: 'source' },
    )
  }
  const chunks: Uint8Array[] = []
  let total = 0
  const collect = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      total += chunk.byteLength
      if (total > maxBytes) return done(tooLarge(maxBytes))
      chunks.push(chunk)
      done()
    },
  })
  await pipeline([body, ...codings.reverse().map(decoderOf), collect])
  return Buffer.concat(chunks, total)
}
