import { z } from 'zod'
import type { Sealer } from '#app/platform/sealer.server.ts'

const purpose = 'link of a digest'
const linkSchema = z.string().regex(/^[\da-f-]{36}\.[\w.-]{20,200}$/)
const idLength = 36

/** What a digest carries so that it can be stopped without signing in: it names a person, and nobody else can make it up. */
export const digestLink = (sealer: Sealer, userId: string) => `${userId}.${sealer.digest(purpose, userId)}`

/** The person that a link names; null for one that was altered, or made under a key that is no longer set. */
export function personOfLink(sealer: Sealer, link: unknown): string | null {
  const { data } = linkSchema.safeParse(link)
  if (data === undefined) return null
  const userId = data.slice(0, idLength)
  return sealer.digests(purpose, userId).includes(data.slice(idLength + 1)) ? userId : null
}
