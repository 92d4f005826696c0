import { z } from 'zod'
import type { Sealer } from '#app/platform/sealer.server.ts'

const purpose = 'share link'

/** What stands in a link: 256 random bits. */
export const shareTokenSchema = z.string().regex(/^[\w-]{43}$/)

/**
 * Kept twice: hashed, to find the page by, and sealed, since its owner wants to see the link again. Whoever has the
 * database alone can open no page with either.
 */
export const sealShareToken = (sealer: Sealer, token: string): string => sealer.seal(purpose, token)

/** Null where the key that it was sealed under is gone: the page is there, its link can't be told any more. */
export function openShareToken(sealer: Sealer, sealed: string): string | null {
  try {
    return sealer.open(purpose, sealed)
  } catch {
    return null
  }
}
