import type { Tx } from '#app/platform/db.server.ts'
import { enqueue } from '#app/platform/queue/enqueue.ts'
import type { SealPurpose } from '#app/platform/sealed-columns.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { type MailContent, mailBody } from './mail-body.ts'

/** What message bodies are sealed for. */
export const mailPurpose: SealPurpose = 'mail body'

export type NewMail = MailContent & { to: string; subject: string }

/** Writes a message in the caller's transaction, with the job that sends it: either both or neither come to be. */
export async function queueMail(tx: Tx, sealer: Sealer, { to, subject, ...content }: NewMail): Promise<void> {
  const body = sealer.seal(mailPurpose, JSON.stringify(mailBody(content)))
  const { id } = await tx.mail.create({ data: { to, subject, body }, select: { id: true } })
  await enqueue(tx, 'send_mail', { mailId: id })
}
