import { analyse } from 'chardet'

const sampleLength = 65_536

function decodeAs(bytes: Uint8Array, charset: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes)
  } catch {
    return null
  }
}

function byMark(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a mark shows in Western text as zero bytes at every other place. */
function byZeros(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4_096)
  let even = 0
  let odd = 0
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) even += 1
    else odd += 1
  }
  if (odd > sample.length * 0.3 && even < odd * 0.1) return 'utf-16le'
  if (even > sample.length * 0.3 && odd < even * 0.1) return 'utf-16be'
  return null
}

function byMeta(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4_096))
  return (
    /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head)?.[1] ??
    /^<\?xml[^>]{0,100}encoding\s*=\s*["']([\w:.-]{2,40})/i.exec(head)?.[1] ??
    null
  )
}

/**
 * Bytes as text. A byte order mark decides; then bytes that are valid UTF-8, whatever was declared, since other
 * charsets hardly ever are by chance; then what is declared (`declared`, from a header, before a page's own meta
 * element) where the bytes can be read so; then detection. Never throws.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): string {
  const marked = byMark(bytes) ?? byZeros(bytes)
  if (marked) return decodeAs(bytes, marked, false) ?? ''
  const unicode = decodeAs(bytes, 'utf-8', true)
  // ISO-2022 charsets are valid UTF-8 too, and give themselves away by their escapes.
  if (unicode !== null && !unicode.includes('\u001B')) return unicode
  const stated = [declared, byMeta(bytes)].filter((charset) => charset !== null)
  const guessed = analyse(bytes.subarray(0, sampleLength))
    .filter(({ confidence }) => confidence >= 10)
    .map(({ name }) => name)
  for (const charset of [...stated, ...guessed]) {
    // A page cut or damaged at one place is still UTF-8 where that is what it says.
    const text = decodeAs(bytes, charset, true)
    if (text !== null) return text
  }
  return decodeAs(bytes, stated[0] ?? 'windows-1252', false) ?? decodeAs(bytes, 'windows-1252', false) ?? ''
}
