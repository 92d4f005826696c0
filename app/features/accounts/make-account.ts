import type { Origin } from '#app/features/audit/event-origin.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { recordAccountEvent } from './record-account-event.ts'

/**
 * Makes an account for an address that has just been proven to be theirs, in the caller's transaction. Throws the database's error
 * where the address has one by now.
 */
export async function makeAccount(
  tx: Tx,
  { email, passwordHash, origin }: { email: string; passwordHash: string | null; origin: Origin },
): Promise<{ userId: string }> {
  const name = email.slice(0, email.indexOf('@'))
  const { id: userId } = await tx.user.create({ data: { email, name, passwordHash }, select: { id: true } })
  await recordAccountEvent(tx, 'account.made', { userId, origin })
  return { userId }
}
