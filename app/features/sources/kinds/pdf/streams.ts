import { inflateSync } from 'node:zlib'
import { tooComplex } from '../refuse.ts'

/** Bytes that one stream of text, fonts or objects may unpack to; a page of a real document has far below one MiB. */
const mostUnpacked = 40 * 1024 * 1024
const mostStreams = 200_000

const latin1 = new TextDecoder('latin1')

/**
 * Refuses files whose streams unpack to far more than a document needs, before the library unpacks them into memory.
 * Pictures are passed over, since nobody will unpack them, and so are streams that a password hides. Throws
 * `file-too-complex`.
 */
export function checkStreams(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  for (let count = 0; count < mostStreams; count += 1) {
    const found = buffer.indexOf('stream', at)
    if (found === -1) return
    at = found + 6
    if (latin1.decode(buffer.subarray(found - 3, found)) === 'end') continue
    const dictionary = latin1.decode(buffer.subarray(Math.max(0, found - 600), found))
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1)
    if (/\/Subtype\s*\/Image\b/.test(own)) continue
    const start = buffer[at] === 13 ? at + 2 : at + 1
    const end = buffer.indexOf('endstream', start)
    checkStream(buffer.subarray(start, end === -1 ? buffer.length : end), own)
    if (end !== -1) at = end + 9
  }
  throw tooComplex('PDF')
}

function checkStream(packed: Buffer, dictionary: string): void {
  // Each further filter may unpack a thousandfold again; no program packs more than once.
  const layers =
    dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|BrotliDecode)\b/g)?.length ?? 0
  if (layers > 1) throw tooComplex('PDF')
  if (layers === 0 || packed.length * 1_032 <= mostUnpacked) return
  try {
    inflateSync(packed, { maxOutputLength: mostUnpacked })
  } catch (error) {
    // Any other error means that it isn't zlib, or damaged; then the library makes of it what it can.
    if (error instanceof RangeError) throw tooComplex('PDF', error)
  }
}

/** How many pictures a PDF holds, by its dictionaries, which are never packed. */
export function countImages(bytes: Uint8Array): number {
  return latin1.decode(bytes).match(/\/Subtype\s*\/Image\b/g)?.length ?? 0
}
