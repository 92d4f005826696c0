import type { Origin } from '#app/features/audit/event-origin.ts'
import { recordEvent } from '#app/features/audit/record-event.ts'
import { addressHash, suppress, unsuppress } from '#app/features/mail/suppressions.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { doAs } from './do-as.ts'

type Doing = { by: string; origin: Origin }

/** Has nothing sent to an address any more. One that is on the list already stays as it is. */
export async function stopMailTo(prisma: Db, doing: Doing, address: string): Promise<void> {
  await doAs(prisma, doing.by, 'mail.change', async (tx) => {
    if (await suppress(tx, address, 'by-hand'))
      await record(tx, doing, 'mail.suppressed', addressHash(address))
  })
}

/** Allows mail to an address again, which is named by its hash. Throws `not-suppressed` (404) where it isn't on the list. */
export async function allowMailTo(prisma: Db, doing: Doing, hash: string): Promise<void> {
  await doAs(prisma, doing.by, 'mail.change', async (tx) => {
    if (!(await unsuppress(tx, hash)))
      throw new AppError('not-suppressed', 'This address isn’t on the list any more.', { status: 404 })
    await record(tx, doing, 'mail.suppression-lifted', hash)
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
