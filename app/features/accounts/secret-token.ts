import { createHash, randomBytes, randomInt } from 'node:crypto'

const tokenBytes = 32

/** A secret that nobody can guess, for a cookie or a link. */
export const newToken = () => randomBytes(tokenBytes).toString('base64url')

/** What is kept of it: it needs no salt, being random itself. */
export const hashOfToken = (token: string) => createHash('sha256').update(token).digest('hex')

/** Six digits to be typed in. */
export const newCode = () => String(randomInt(1_000_000)).padStart(6, '0')
