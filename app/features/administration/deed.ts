import { mayDoTo, type Permission, type Role } from '#app/features/accounts/permissions.ts'
import type { Origin } from '#app/features/audit/event-origin.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { inRetriedTransaction } from '#app/platform/transaction.server.ts'

/** Who of the staff does something, and from where. */
export type Doer = { by: string; origin: Origin }
/** The same, and to whose account. */
export type Doing = Doer & { on: string }

/** What a role doesn't include, or not any more. */
export const notAllowed = () =>
  new AppError('not-allowed', 'Your role doesn’t include this. Ask an admin to do it.', { status: 403 })

type Subject = { id: string; role: Role; email: string | null; isDisabled: boolean }

/** What a deed's work is given: who stands there now, locked for as long as it takes. */
export type Standing = { tx: Tx; subject: Subject; otherAdmins: number }

/**
 * Does something to somebody's account in one transaction, for who may do it at this moment: their role is read anew and
 * held, and all admins with it, so that of two deeds that stand in each other's way the second sees what the first did.
 * Throws `not-allowed` (403), `user-not-found` (404), and what the work throws.
 */
export async function doTo<T>(
  prisma: Db,
  { by, on }: Doing,
  permission: Permission,
  work: (standing: Standing) => Promise<T>,
): Promise<T> {
  return inRetriedTransaction(prisma, async (tx) => {
    const rows = await lockAccounts(tx, [by, on])
    const doer = rows.find(({ id }) => id === by)
    const subject = rows.find(({ id }) => id === on)
    if (!subject) throw new AppError('user-not-found', 'There is no such account.', { status: 404 })
    if (!doer || doer.isDisabled || !mayDoTo(doer.role, permission, subject.role)) throw notAllowed()
    return work({ tx, subject, otherAdmins: otherAdmins(rows, on) })
  })
}

/** These accounts and every admin's, in one order for all, so that nobody waits for one another. */
function lockAccounts(tx: Tx, ids: string[]): Promise<Subject[]> {
  return tx.$queryRaw<Subject[]>`
    select id, role::text as role, email, disabled_at is not null as "isDisabled" from users
    where id = any(${ids}::uuid[]) or role = 'admin' order by id for no key update`
}

const otherAdmins = (rows: Subject[], than: string) =>
  rows.filter(({ id, role, isDisabled }) => role === 'admin' && !isDisabled && id !== than).length
