import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import type { SealPurpose } from './sealed-columns.ts'

/** Keeps secrets that have to be read again: whoever has only the database can make nothing of them. */
export type Sealer = {
  seal(purpose: SealPurpose, text: string): string
  /** Throws where it was sealed for another purpose, under a key that is gone, or changed since. */
  open(purpose: SealPurpose, sealed: string): string
  /** Whether it was sealed under the key that seals now, and not one from before. */
  isCurrent(sealed: string): boolean
  /** A keyed hash, for secrets too short to be hashed by themselves: the key's id, a dot, and hexadecimal. */
  digest(purpose: string, text: string): string
  /** What `digest` may have given for this, under each of the keys; some of it in the form without an id that came before. */
  digests(purpose: string, text: string): string[]
  /** The id of the key that seals and digests. */
  keyId: string
}

const ivBytes = 12
const tagBytes = 16

/**
 * AES-256-GCM under a key derived for each purpose (HKDF, SHA-256). What is sealed or digested names its key, so that one
 * can be replaced: the first of `keys` seals and digests, any of them opens and is compared with.
 */
export function createSealer(keys: string[]): Sealer {
  const byId = new Map(keys.map(deriving).map((derive) => [idOf(derive), derive]))
  const [[current, first] = []] = byId
  if (current === undefined || first === undefined) throw new Error('there is no key to seal with')
  return {
    keyId: current,
    seal(purpose, text) {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', first(purpose), iv)
      const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return ['v1', current, iv.toString('base64url'), content.toString('base64url')].join('.')
    },
    open(purpose, sealed) {
      const [version, id = '', iv = '', content = ''] = sealed.split('.')
      const derive = byId.get(id)
      if (version !== 'v1' || derive === undefined) throw new Error('sealed under a key that is not set here')
      const bytes = Buffer.from(content, 'base64url')
      const opener = createDecipheriv('aes-256-gcm', derive(purpose), Buffer.from(iv, 'base64url'), {
        authTagLength: tagBytes,
      })
      opener.setAuthTag(bytes.subarray(-tagBytes))
      return Buffer.concat([opener.update(bytes.subarray(0, -tagBytes)), opener.final()]).toString('utf8')
    },
    isCurrent: (sealed) => sealed.startsWith(`v1.${current}.`),
    digest: (purpose, text) => `${current}.${hashed(first, purpose, text)}`,
    digests: (purpose, text) =>
      [...byId].flatMap(([id, derive]) => {
        const hash = hashed(derive, purpose, text)
        return [`${id}.${hash}`, hash]
      }),
  }
}

type Derive = (purpose: string) => KeyObject

/** Each purpose's key of one key, made once: purposes are few, and what is sealed under them isn't. */
function deriving(key: string): Derive {
  const made = new Map<string, KeyObject>()
  return (purpose) => {
    const before = made.get(purpose)
    if (before) return before
    const derived = createSecretKey(Buffer.from(hkdfSync('sha256', key, '', `threadr ${purpose}`, 32)))
    made.set(purpose, derived)
    return derived
  }
}

const hashed = (derive: Derive, purpose: string, text: string) =>
  createHmac('sha256', derive(`digest ${purpose}`))
    .update(text)
    .digest('hex')

/** Tells keys apart without telling anything of them. */
const idOf = (derive: Derive) =>
  createHash('sha256').update(derive('key id').export()).digest('hex').slice(0, 8)
