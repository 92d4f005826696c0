import { type ArchiveKind, archiveKind, type OldOfficeKind, oldOfficeKind } from './kinds/archive-kind.ts'
import { isJsonFeed } from './kinds/feed-json.ts'

/** What bytes are, by themselves; 'binary' for anything that no text has. */
export type FileKind =
  | 'text'
  | 'html'
  | 'feed'
  | 'xml'
  | 'pdf'
  | ArchiveKind
  | OldOfficeKind
  | 'rtf'
  | 'image'
  | 'audio or video'
  | 'binary'

const signatures: [FileKind | 'ole', string][] = [
  ['pdf', '%PDF-'],
  ['zip', 'PK\u0003\u0004'],
  ['zip', 'PK\u0005\u0006'],
  ['image', '\u0089PNG'],
  ['image', '\u00FF\u00D8\u00FF'],
  ['image', 'GIF8'],
  ['image', 'BM\u0000'],
  ['audio or video', 'ID3'],
  ['audio or video', 'OggS'],
  ['audio or video', '\u001AE\u00DF\u00A3'],
  ['binary', '\u001F\u008B'],
  ['ole', '\u00D0\u00CF\u0011\u00E0'],
  ['rtf', '{\\rtf'],
  ['binary', '\u007FELF'],
  ['binary', 'MZ\u0090'],
]

/** Kinds that are one long text, of which a little goes a long way. */
export const textKinds: ReadonlySet<FileKind> = new Set(['text', 'html', 'feed', 'xml'])

/** Tells what kind of file bytes hold. Names and declared types play no part in it. */
export function fileKind(bytes: Uint8Array): FileKind {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2_048)).replaceAll('\u20AC', '\u0080')
  const raw = Array.from(bytes.subarray(0, 16), (byte) => String.fromCharCode(byte)).join('')
  const signed = signatures.find(([, signature]) => raw.startsWith(signature))?.[0]
  if (signed === 'zip') return archiveKind(bytes)
  if (signed === 'ole') return oldOfficeKind(bytes)
  if (signed) return signed
  // Mail and download programs leave a few bytes before a PDF; every reader looks past them.
  if (/%PDF-\d\.\d\s[\s\S]{0,200}?\d+ \d+ obj\b/.test(start)) return 'pdf'
  if (raw.startsWith('RIFF')) return raw.slice(8, 12) === 'WEBP' ? 'image' : 'audio or video'
  if (raw.slice(4, 8) === 'ftyp') return 'audio or video'
  if (isBinary(bytes)) return 'binary'
  const text = start
    .replaceAll('\u0000', '')
    .replace(/^[^\s<]{2,3}(?=<)/, '')
    .replace(/^(?:\s+|<!--[\s\S]*?-->|<\?xml[^>]*>)+/, '')
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(text)) return 'html'
  const root = text.replace(/^(?:\s+|<!--[\s\S]*?-->|<\?[^>]*>|<!doctype\b[^>[]*(?:\[[^\]]*\]\s*)?>)+/i, '')
  if (/^<(?:rss|feed|rdf:RDF)\b/i.test(root) || isJsonFeed(text)) return 'feed'
  if (
    /^<(?:svg|urlset|sitemapindex|opml)\b/i.test(root) ||
    (/^\s*<\?xml/.test(start) && !/<html\b/i.test(start))
  )
    return 'xml'
  const tags =
    text.match(/<\/?(?:p|div|span|article|section|h[1-6]|ul|ol|li|table|br|a|img|meta|title)\b[^<>]*>/gi)
      ?.length ?? 0
  return /^<[a-z][^<>]*>/i.test(text) && tags >= 3 ? 'html' : 'text'
}

/** Control characters beyond a stray few; zero bytes at every other place are UTF-16, which is text. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 8_192)
  let controls = 0
  let zeros = 0
  for (const byte of sample) {
    if (byte === 0) zeros += 1
    else if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)) controls += 1
  }
  const looksWide = zeros > sample.length * 0.3 && zeros <= sample.length * 0.55
  return controls > sample.length * 0.05 || (!looksWide && zeros > sample.length * 0.02)
}
