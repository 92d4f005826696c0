import { mayDo } from '#app/features/accounts/permissions.ts'
import type { Origin } from '#app/features/audit/event-origin.ts'
import { recordEvent } from '#app/features/audit/record-event.ts'
import { addressHash, suppress, unsuppress } from '#app/features/mail/suppressions.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'

type Doing = { by: string; origin: Origin }

/** Has nothing sent to an address any more. One that is on the list already stays as it is. */
export async function stopMailTo(prisma: Db, doing: Doing, address: string): Promise<void> {
  await doToAddress(prisma, doing, async (tx) => {
    if (await suppress(tx, address, 'by-hand'))
      await record(tx, doing, 'mail.suppressed', addressHash(address))
  })
}

/** Allows mail to an address again, which is named by its hash. Throws `not-suppressed` (404) where it isn't on the list. */
export async function allowMailTo(prisma: Db, doing: Doing, hash: string): Promise<void> {
  await doToAddress(prisma, doing, async (tx) => {
    if (!(await unsuppress(tx, hash)))
      throw new AppError('not-suppressed', 'This address isn’t on the list any more.', { status: 404 })
    await record(tx, doing, 'mail.suppression-lifted', hash)
  })
}

/** For who may do it at this moment: their role is read anew. Throws `not-allowed` (403). */
function doToAddress(prisma: Db, { by }: Doing, work: (tx: Tx) => Promise<void>): Promise<void> {
  return prisma.$transaction(async (tx) => {
    const doer = await tx.user.findUnique({ where: { id: by }, select: { role: true, disabledAt: true } })
    if (!doer || doer.disabledAt || !mayDo(doer.role, 'mail.change'))
      throw new AppError('not-allowed', 'Your role doesn’t include this. Ask an admin to do it.', {
        status: 403,
      })
    await work(tx)
  })
}

/** The trail knows an address by its hash, since it stays longer than an account. */
const record = (tx: Tx, { by, origin }: Doing, action: string, hash: string) =>
  recordEvent(tx, {
    actor: { kind: 'user', id: by },
    action,
    subject: { kind: 'mail-address', id: hash },
    reasonCode: 'asked',
    origin,
  })
