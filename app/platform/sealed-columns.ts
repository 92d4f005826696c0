/**
 * Every column that holds something sealed, and what that is sealed for, with the key of its table. Nothing can be sealed
 * for a purpose that doesn't stand here, so that a new key reaches all there is (see reseal.server.ts).
 */
export const sealedColumns = [
  { purpose: 'authenticator seed', table: 'users', id: { column: 'id', type: 'uuid' }, column: 'totp_seed' },
  { purpose: 'mail body', table: 'mails', id: { column: 'id', type: 'uuid' }, column: 'body' },
  {
    purpose: 'signing key',
    table: 'signing_keys',
    id: { column: 'id', type: 'text' },
    column: 'private_key',
  },
  { purpose: 'share link', table: 'shares', id: { column: 'id', type: 'uuid' }, column: 'token' },
] as const

/** What is sealed for minutes only and stands in no column, such as what a cookie holds: it is over before a key goes. */
export const sealedInPassing = ['way to a provider'] as const

export type SealedColumn = (typeof sealedColumns)[number]
export type SealPurpose = SealedColumn['purpose'] | (typeof sealedInPassing)[number]
