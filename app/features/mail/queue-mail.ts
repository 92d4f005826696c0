import type { Tx } from '#app/platform/db.server.ts'
import { enqueue } from '#app/platform/queue/enqueue.ts'
import type { SealPurpose } from '#app/platform/sealed-columns.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { type MailContent, mailContentSchema } from './mail-content.ts'

const mailPurpose: SealPurpose = 'mail body'

/** Templates of which many go out at once: they let a code that somebody waits for go first. */
const isOfMany = (template: string | undefined) => /^(digest|newsletter)/.test(template ?? '')

export type NewMail = MailContent & {
  to: string
  subject: string
  /** Which of all messages it is, as the admin's numbers name it. */
  template?: string
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
  { to, subject, template, key, ...content }: NewMail,
): Promise<void> {
  const body = sealer.seal(mailPurpose, JSON.stringify(content))
  const written = await tx.mail.createManyAndReturn({
    data: [{ to, subject, body, template, ...(key !== undefined && { key }) }],
    skipDuplicates: true,
    select: { id: true },
  })
  for (const { id } of written) await enqueue(tx, 'send_mail', { mailId: id, isBulk: isOfMany(template) })
}

/** What a message says that waits. Throws where it was sealed under a key that is no longer set. */
export function openMail(sealer: Sealer, body: string): MailContent {
  return mailContentSchema.parse(JSON.parse(sealer.open(mailPurpose, body)))
}
