import { createHash } from 'node:crypto'
import { normalizeUrl } from './normalize-url.ts'

const hash = (kind: string, what: string) => createHash('sha256').update(`${kind}:${what}`).digest('hex')

/** What makes two submissions of an owner the same source: 64 hexadecimal digits, however long the address is. */
export const keyOfUrl = (url: string) => hash('url', normalizeUrl(url))

/** For a text that has been read, by its content hash. */
export const keyOfText = (contentHash: string) => hash('text', contentHash)

/** For a file that is yet to be read, by the hash of its bytes. */
export const keyOfFile = (bytesHash: string) => hash('file', bytesHash)
