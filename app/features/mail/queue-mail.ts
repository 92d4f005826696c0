import type { Tx } from '#app/platform/db.server.ts'
import { enqueue } from '#app/platform/queue/enqueue.ts'
import type { SealPurpose } from '#app/platform/sealed-columns.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { type MailContent, mailBody } from './mail-body.ts'

/** What message bodies are sealed for. */
export const mailPurpose: SealPurpose = 'mail body'

export type NewMail = MailContent & {
  to: string
  subject: string
  /** What it is about, where that is told once only. */
  key?: string
}

/**
 * Writes a message in the caller's transaction, with the job that sends it: either both or neither come to be. One whose
 * key was used before is not written again.
 */
export async function queueMail(
  tx: Tx,
  sealer: Sealer,
  { to, subject, key, ...content }: NewMail,
): Promise<void> {
  const body = sealer.seal(mailPurpose, JSON.stringify(mailBody(content)))
  const written = await tx.mail.createManyAndReturn({
    data: [{ to, subject, body, ...(key !== undefined && { key }) }],
    skipDuplicates: true,
    select: { id: true },
  })
  for (const { id } of written) await enqueue(tx, 'send_mail', { mailId: id })
}
