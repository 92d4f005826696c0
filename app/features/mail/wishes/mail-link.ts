import { z } from 'zod'
import { paths } from '#app/paths.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import type { StoppableKind } from '../templates.ts'

/** Who gets mail that may be stopped: a person, or whoever left an address. */
export type Addressee = { userId: string } | { captureId: string }

/** The first is called after the digest, whose links of before go on leading where they led. */
const purposes = { userId: 'link of a digest', captureId: 'link of a capture' } as const
const linkSchema = z.string().regex(/^[\da-f-]{36}\.[\w.-]{20,200}$/)
const idLength = 36

/**
 * What a message carries so that mail can be chosen and stopped without signing in: it names who gets it, and nobody else
 * can make it up. It holds for good, since a message may be opened years later.
 */
export function mailLink(sealer: Sealer, addressee: Addressee): string {
  const [purpose, id] =
    'userId' in addressee ? [purposes.userId, addressee.userId] : [purposes.captureId, addressee.captureId]
  return `${id}.${sealer.digest(purpose, id)}`
}

/** Whom a link names; null for one that was altered, or made under a key that is no longer set. */
export function addresseeOf(sealer: Sealer, link: unknown): Addressee | null {
  const { data } = linkSchema.safeParse(link)
  if (data === undefined) return null
  const id = data.slice(0, idLength)
  const proof = data.slice(idLength + 1)
  const fits = (purpose: string) => sealer.digests(purpose, id).includes(proof)
  if (fits(purposes.userId)) return { userId: id }
  return fits(purposes.captureId) ? { captureId: id } : null
}

/** Where mail of a kind is stopped without signing in: by a person on its page, by a program in one POST (RFC 8058). */
export const stopUrlOf = (
  { sealer, appUrl }: { sealer: Sealer; appUrl: string },
  addressee: Addressee,
  kind: StoppableKind,
): string => appUrl + paths.mailByLink({ by: mailLink(sealer, addressee), kind })
