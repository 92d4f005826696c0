import { pipeline as connect, Duplex, type Readable, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib'
import type { AppError } from '#app/platform/errors.ts'
import { refusal } from './refusal.ts'

const mostLayers = 2

const megabytes = (bytes: number) =>
  (bytes / (1024 * 1024)).toLocaleString('en', { maximumFractionDigits: 1 })

/** The refusal of a page over the limit, by what it declares or by what arrived. */
export function tooLarge(maxBytes: number): AppError {
  return refusal(
    'page-too-large',
    `This page is larger than ${megabytes(maxBytes)} MB, the most Threadr reads. Paste the part you want as text instead.`,
  )
}

// As browsers do: a stream that ends without its checksum counts; HTTP itself tells whether the body was whole.
const zlib = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH }
// RFC 9659 grants a server a window of 8 MB; the library would reserve 128 MB for whoever asks for it.
const zstd = { params: { [constants.ZSTD_d_windowLogMax]: 23 } }

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
  if (coding === 'zstd') return createZstdDecompress(zstd)
  throw refusal(
    'page-unreadable',
    `The page came in an encoding Threadr doesn't know (“${coding.slice(0, 30)}”). Paste the text instead.`,
    { status: 502 },
  )
}

/** Lets bytes through up to a limit, so that a layer that unfolds to nothing is no way around the count of the last. */
function meter(maxBytes: number): Transform {
  let total = 0
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      total += chunk.byteLength
      if (total > maxBytes) done(tooLarge(maxBytes))
      else done(null, chunk)
    },
  })
}

/** Ends the reading of a body of which enough was read. */
class Enough extends Error {}

/**
 * Reads a response's body, decoding what `Content-Encoding` names. Bytes are counted as they come, packed and unpacked,
 * each layer holds back the one before it, and at most two layers are taken off, so that a few hundred bytes that
 * unfold to gigabytes cost a buffer each. A body over the limit is refused, or cut where `whenOver` says so. Throws
 * `page-too-large` and `page-unreadable`; the stream's own errors pass through.
 */
export async function readBody(
  body: Readable,
  contentEncoding: string,
  { maxBytes, whenOver = 'refuse' }: { maxBytes: number; whenOver?: 'refuse' | 'cut' },
): Promise<Uint8Array> {
  const codings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity')
  if (codings.length > mostLayers) {
    throw refusal(
      'page-unreadable',
      'The page is packed several times over, so Threadr doesn’t unpack it. Paste the text instead.',
      { status: 502 },
    )
  }
  const chunks: Uint8Array[] = []
  let total = 0
  const collect = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      if (total + chunk.byteLength > maxBytes) {
        if (whenOver === 'refuse') return done(tooLarge(maxBytes))
        chunks.push(chunk.subarray(0, maxBytes - total))
        total = maxBytes
        return done(new Enough())
      }
      total += chunk.byteLength
      chunks.push(chunk)
      done()
    },
  })
  const layers = codings.reverse().flatMap((coding) => [meter(maxBytes), decoderOf(coding)])
  try {
    await pipeline([body, ...layers, collect])
  } catch (error) {
    if (!(error instanceof Enough)) throw error
  }
  // Memory of its own rather than a part of Node's pool, so that it may be handed to another thread.
  const bytes = new Uint8Array(total)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}
