import { keepWishes } from '#app/features/mail/wishes/keep-wishes.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { firstLetterAfter } from './letters.ts'

/** All that is held of an address that somebody has left. */
export type ShownCapture = {
  email: string
  consent: string
  /** ISO 8601, as the next. */
  consentAt: string
  /** Null where it was taken over from the earlier Threadr and its mailbox has not confirmed it. */
  confirmedAt: string | null
  wantsNews: boolean
  mailsWritten: number
  hasAccount: boolean
}

/** What is held of an address; null where it is deleted. */
export async function readCapture(db: Db, id: string): Promise<ShownCapture | null> {
  const row = await db.capture.findUnique({ where: { id } })
  if (!row) return null
  const { email, consent, consentAt, confirmedAt, wantsNews, mailsWritten, userId } = row
  return {
    email,
    consent,
    consentAt: consentAt.toISOString(),
    confirmedAt: confirmedAt?.toISOString() ?? null,
    wantsNews,
    mailsWritten,
    hasAccount: userId !== null,
  }
}

/** Begins or stops the newsletter of an address, and of the account that it is tied to. One that is gone stays gone. */
export async function keepNews(db: Db, id: string, wantsNews: boolean, now = new Date()): Promise<void> {
  await db.$transaction(async (tx) => {
    const row = await tx.capture.findUnique({ where: { id } })
    if (!row || row.wantsNews === wantsNews) return
    const goesOn = wantsNews && row.userId === null
    await tx.capture.update({
      where: { id },
      data: { wantsNews, nextMailAt: goesOn ? firstLetterAfter(row.mailsWritten, now) : null },
    })
    if (row.userId !== null) await keepWishes(tx, row.userId, { news: wantsNews }, now)
  })
}

/** Deletes an address, with what was asked and written for it. */
export async function deleteCapture(db: Db, id: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const row = await tx.capture.findUnique({ where: { id }, select: { email: true } })
    if (row) await forgetCapture(tx, row.email)
  })
}

/** The same in the caller's transaction, by the address: for an account that goes. */
export async function forgetCapture(tx: Tx, email: string): Promise<void> {
  await tx.capture.deleteMany({ where: { email } })
  await tx.captureRequest.deleteMany({ where: { email } })
  const keys = ['capture:', 'letter:'].map((startsWith) => ({ key: { startsWith } }))
  await tx.mail.deleteMany({ where: { to: email, OR: keys } })
}
