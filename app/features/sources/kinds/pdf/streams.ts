import { inflateSync } from 'node:zlib'
import { tooComplex } from '../refuse.ts'

/** Bytes that one stream of text, fonts or objects may unpack to; a page of a real document has far below one MiB. */
const mostUnpacked = 40 * 1024 * 1024
/** Bytes of a picture; nobody unpacks it, unless a page calls it its text. */
const mostOfPicture = 160 * 1024 * 1024
const mostStreams = 200_000
/** No byte of zlib's unpacks to more than these. */
const bestRatio = 1_032

const latin1 = new TextDecoder('latin1')

/**
 * Refuses files whose streams unpack to far more than a document needs, before the library unpacks them into memory,
 * whatever the file says of them. Streams that a password hides, or that are packed in a way of the past (LZW), are not
 * looked into. Throws `file-too-complex`.
 */
export function checkStreams(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  for (let count = 0; count < mostStreams; count += 1) {
    const found = buffer.indexOf('stream', at)
    if (found === -1) return
    at = found + 6
    if (latin1.decode(buffer.subarray(Math.max(0, found - 3), found)) === 'end') continue
    const before = latin1.decode(buffer.subarray(Math.max(0, found - 600), found))
    const isPicture = /\/Subtype\s*\/Image\b/.test(before.slice(before.lastIndexOf(' obj') + 1))
    while (buffer[at] === 13 || buffer[at] === 10) at += 1
    const end = buffer.indexOf('endstream', at)
    const packed = buffer.subarray(at, end === -1 ? buffer.length : end)
    checkPacked(packed, isPicture ? mostOfPicture : mostUnpacked)
    if (end !== -1) at = end + 9
  }
  throw tooComplex('PDF')
}

/** Packed twice it may unpack to a million times its size, so what comes out is looked at again. */
function checkPacked(packed: Buffer, most: number): void {
  // The first byte of what zlib packs (RFC 1950).
  const isPacked = packed[0] !== undefined && (packed[0] & 0x0f) === 8
  if (!isPacked || packed.length * bestRatio * bestRatio <= most) return
  const unpacked = unpack(packed, most)
  if (unpacked && unpacked.length * bestRatio > most) checkPacked(unpacked, most)
}

function unpack(packed: Buffer, most: number): Buffer | null {
  try {
    return inflateSync(packed, { maxOutputLength: most })
  } catch (error) {
    if (error instanceof RangeError) throw tooComplex('PDF', error)
    // It isn't packed, or damaged; then the library makes of it what it can.
    return null
  }
}

/** How many pictures a PDF holds, by their dictionaries, which are never packed. */
export function countImages(bytes: Uint8Array): number {
  return latin1.decode(bytes).match(/\/Subtype\s*\/Image\b/g)?.length ?? 0
}
