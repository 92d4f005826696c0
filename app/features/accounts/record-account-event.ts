import type { Origin } from '#app/features/audit/event-origin.ts'
import { actorOf, recordEvent } from '#app/features/audit/record-event.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import type { ProviderName } from '#app/platform/sign-in-providers.ts'

/** What people do to their own accounts, as the audit trail names it. */
export type AccountDeed =
  | 'account.made'
  | 'account.signed-in'
  | 'account.signed-out'
  | 'account.sessions-ended'
  | 'account.password-changed'
  | 'account.password-reset'
  | 'account.email-change-asked'
  | 'account.email-changed'
  | 'account.two-factor-on'
  | 'account.two-factor-off'
  | 'account.recovery-codes-renewed'
  | 'account.deletion-asked'
  | 'account.kept'
  | `account.${ProviderName}-connected`
  | `account.${ProviderName}-disconnected`

/** Writes down what a person did to their account, in the transaction that does it: either both or neither. */
export async function recordAccountEvent(
  tx: Db | Tx,
  action: AccountDeed,
  { userId, origin }: { userId: string; origin: Origin },
): Promise<void> {
  await recordEvent(tx, {
    actor: actorOf({ userId }),
    action,
    subject: { kind: 'user', id: userId },
    reasonCode: 'own-wish',
    origin,
  })
}
