import { keepWishes } from '#app/features/mail/wishes/keep-wishes.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'

/**
 * Ties the address that somebody left as a visitor to the account that they have made with it: its letters end, and a
 * newsletter that they asked for becomes the account's. Done twice, the second finds nothing to do.
 */
export const tieCapture = (db: Db, userId: string): Promise<void> =>
  db.$transaction(async (tx) => {
    const person = await tx.user.findUnique({ where: { id: userId }, select: { email: true } })
    if (person?.email) await tieCaptureWithin(tx, { userId, email: person.email })
  })

/** The same in the caller's transaction. */
export async function tieCaptureWithin(
  tx: Tx,
  { userId, email }: { userId: string; email: string },
): Promise<void> {
  const [tied] = await tx.capture.updateManyAndReturn({
    where: { email, userId: null },
    data: { userId, nextMailAt: null },
    select: { wantsNews: true, consentAt: true },
  })
  if (tied?.wantsNews) await keepWishes(tx, userId, { news: true }, tied.consentAt)
}
