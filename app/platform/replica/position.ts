import { z } from 'zod'

/**
 * A place in PostgreSQL's log, which grows with all that is written: 16/B374D848 (pg_lsn) as a number. What a standby has
 * replayed up to there is in it.
 */
export const positionSchema = z
  .string()
  .regex(/^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/)
  .transform((text) => {
    const [high = '0', low = '0'] = text.split('/')
    return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`)
  })

/** As PostgreSQL writes it. */
export const positionText = (position: bigint) =>
  `${(position >> 32n).toString(16)}/${(position & 0xffffffffn).toString(16)}`.toUpperCase()

/** Beyond everything that is ever written: no standby gets there. */
export const neverReplayed = (1n << 64n) - 1n
