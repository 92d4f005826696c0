import { addressHash, suppress, unsuppress } from '#app/features/mail/suppressions.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Doer } from './deed.ts'
import { doAs } from './do-as.ts'
import { recordDeedOn } from './record-deed.ts'

/** Has nothing sent to an address any more. One that is on the list already stays as it is. */
export async function stopMailTo(prisma: Db, doing: Doer, address: string): Promise<void> {
  await doAs(prisma, doing.by, 'mail.change', async (tx) => {
    if (await suppress(tx, address, 'by-hand'))
      await record(tx, doing, 'mail.suppressed', addressHash(address))
  })
}

/** Allows mail to an address again, which is named by its hash. Throws `not-suppressed` (404) where it isn't on the list. */
export async function allowMailTo(prisma: Db, doing: Doer, hash: string): Promise<void> {
  await doAs(prisma, doing.by, 'mail.change', async (tx) => {
    if (!(await unsuppress(tx, hash)))
      throw new AppError('not-suppressed', 'This address isn’t on the list any more.', { status: 404 })
    await record(tx, doing, 'mail.suppression-lifted', hash)
  })
}

/** The trail knows an address by its hash, since it stays longer than an account. */
const record = (tx: Tx, doing: Doer, action: string, hash: string) =>
  recordDeedOn(tx, doing, action, { kind: 'mail-address', id: hash })
