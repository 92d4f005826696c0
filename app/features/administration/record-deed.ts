import { recordEvent } from '#app/features/audit/record-event.ts'
import type { Prisma, Tx } from '#app/platform/db.server.ts'
import type { Doer, Doing } from './deed.ts'

/** Adds to the audit trail what staff did to anything, in the transaction that does it. */
export const recordDeedOn = (
  tx: Tx,
  { by, origin }: Doer,
  action: string,
  subject: { kind: string; id: string },
  data: Prisma.InputJsonObject = {},
) => recordEvent(tx, { actor: { kind: 'user', id: by }, action, subject, reasonCode: 'asked', data, origin })

/** The same of what was done to an account. */
export const recordDeed = (tx: Tx, doing: Doing, action: string, data: Prisma.InputJsonObject = {}) =>
  recordDeedOn(tx, doing, action, { kind: 'user', id: doing.on }, data)
