import { createHash } from 'node:crypto'

/** SHA-256 of a snapshot's normalised text as UTF-8: 64 lower-case hexadecimal digits. Equal texts share a cache entry. */
export function contentHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
