import { recordEvent } from '#app/features/audit/record-event.ts'
import type { Prisma, Tx } from '#app/platform/db.server.ts'
import type { Doing } from './deed.ts'

/** Adds to the audit trail what somebody did to an account, in the transaction that does it. */
export const recordDeed = (
  tx: Tx,
  { by, on, origin }: Doing,
  action: string,
  data: Prisma.InputJsonObject = {},
) =>
  recordEvent(tx, {
    actor: { kind: 'user', id: by },
    action,
    subject: { kind: 'user', id: on },
    reasonCode: 'asked',
    data,
    origin,
  })
