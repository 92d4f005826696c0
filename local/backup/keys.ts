import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { LocalFault } from '../fault.ts'
import { bytesOf, streamOf } from './web-stream.ts'

/**
 * The keys of `BACKUP_KEY`, parted by commas: one that begins with AGE-SECRET-KEY-1 seals and opens, one that begins with
 * age1 is its public half and only seals. The first seals, all open. What is sealed is a file as the program "age" has it, each of its chunks
 * authenticated, so that it opens without Threadr too.
 */
export type BackupKeys = { recipient: string; identities: string[] }

/** A new key, and its public half. */
export async function newKey(): Promise<{ secret: string; recipient: string }> {
  const secret = await generateIdentity()
  return { secret, recipient: await identityToRecipient(secret) }
}

/** Throws a LocalFault where the keys are none. */
export async function readKeys(value: string | undefined): Promise<BackupKeys> {
  const keys = (value ?? '').split(',').flatMap((key) => key.trim() || [])
  const [first] = keys
  if (first === undefined)
    throw new LocalFault(
      'BACKUP_KEY is not set: npm run -s backup -- --new-key makes one. Keep it where the copies are not.',
    )
  try {
    const recipient = isSecret(first) ? await identityToRecipient(first) : first
    new Encrypter().addRecipient(recipient)
    const identities = keys.filter(isSecret)
    for (const identity of identities) new Decrypter().addIdentity(identity)
    return { recipient, identities }
  } catch {
    throw new LocalFault(
      'BACKUP_KEY holds something that is no key: AGE-SECRET-KEY-1… or age1…, parted by commas.',
    )
  }
}

const isSecret = (key: string) => key.startsWith('AGE-SECRET-KEY-1')

/** The bytes sealed, as they come. */
export async function seal({ recipient }: BackupKeys, bytes: AsyncIterable<Uint8Array>) {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return bytesOf(await encrypter.encrypt(streamOf(bytes)))
}

/**
 * The bytes opened, as they come: each is authentic by the time it is given, but whether it was cut off is known at its
 * end, so what is made of it counts only then. Throws a LocalFault where no key opens it or it is damaged.
 */
export async function* open(
  { identities }: BackupKeys,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (identities.length === 0)
    throw new LocalFault(
      'BACKUP_KEY holds no secret key: to open a copy the one that begins with AGE-SECRET-KEY-1 is needed.',
    )
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  try {
    yield* bytesOf(await decrypter.decrypt(streamOf(bytes)))
  } catch (error) {
    const isKey = error instanceof Error && /identit/i.test(error.message)
    throw new LocalFault(
      isKey
        ? 'No key of BACKUP_KEY opens this copy: it was sealed with another one.'
        : 'This copy is damaged or cut off: nothing of it was kept. Take another one.',
    )
  }
}
