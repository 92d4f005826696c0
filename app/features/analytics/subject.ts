import { createHash } from 'node:crypto'
import type { Owner } from '#app/platform/owner.ts'

/** Who it was, as one word that is the same each time and leads back to nobody by itself. */
export const subjectOf = (owner: Owner): string =>
  createHash('sha256')
    .update('userId' in owner ? `user:${owner.userId}` : `visitor:${owner.visitorId}`)
    .digest('hex')
    .slice(0, 32)

/** A flag shown to somebody on a day has one number, so that it is noted once however often, and by whichever process. */
export function idOfExposure(flag: string, subject: string, day: string): string {
  const hex = createHash('sha256').update(`${flag}\n${subject}\n${day}`).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
