import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Keeps secrets that have to be read again: whoever has only the database can make nothing of them. */
export type Sealer = {
  seal(purpose: string, text: string): string
  /** Throws where it was sealed for another purpose, under a key that is gone, or changed since. */
  open(purpose: string, sealed: string): string
  /** A keyed hash in hexadecimal, for secrets too short to be hashed by themselves. */
  digest(purpose: string, text: string): string
}

const ivBytes = 12
const tagBytes = 16

/**
 * AES-256-GCM under a key derived for each purpose (HKDF, SHA-256). What is sealed names its key, so that one can be
 * replaced: the first of `keys` seals, any of them opens. Digests are made with the last, which therefore stays until
 * nothing that it digested matters.
 */
export function createSealer(keys: string[]): Sealer {
  const byId = new Map(keys.map((key) => [keyId(key), key]))
  const [first, last] = [keys[0], keys.at(-1)]
  if (first === undefined || last === undefined) throw new Error('there is no key to seal with')
  return {
    seal(purpose, text) {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', derived(first, purpose), iv)
      const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return ['v1', keyId(first), iv.toString('base64url'), content.toString('base64url')].join('.')
    },
    open(purpose, sealed) {
      const [version, id = '', iv = '', content = ''] = sealed.split('.')
      const key = byId.get(id)
      if (version !== 'v1' || key === undefined) throw new Error('sealed under a key that is not set here')
      const bytes = Buffer.from(content, 'base64url')
      const opener = createDecipheriv('aes-256-gcm', derived(key, purpose), Buffer.from(iv, 'base64url'), {
        authTagLength: tagBytes,
      })
      opener.setAuthTag(bytes.subarray(-tagBytes))
      return Buffer.concat([opener.update(bytes.subarray(0, -tagBytes)), opener.final()]).toString('utf8')
    },
    digest: (purpose, text) =>
      createHmac('sha256', derived(last, `digest ${purpose}`))
        .update(text)
        .digest('hex'),
  }
}

const derived = (key: string, purpose: string) =>
  Buffer.from(hkdfSync('sha256', key, '', `threadr ${purpose}`, 32))

/** Tells keys apart without telling anything of them. */
const keyId = (key: string) => createHash('sha256').update(derived(key, 'key id')).digest('hex').slice(0, 8)
