import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '#app/platform/db.server.ts'
import { enqueueCall } from '#app/platform/queue/enqueue.ts'
import type { SealPurpose } from '#app/platform/sealed-columns.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { cutLine } from './cut-line.ts'
import { type MailContent, mailContentSchema } from './mail-content.ts'
import { type MailKind, mailTemplates, type TemplateName } from './templates.ts'

const mailPurpose: SealPurpose = 'mail body'
/** Of a subject, in characters; inboxes show half of them. */
const mostOfSubject = 150

/** Of these many go out at once: they let a code that somebody waits for go first. */
const goToMany: readonly MailKind[] = ['digest', 'news']

export type NewMail = MailContent & {
  to: string
  subject: string
  /** Which of all messages it is, as the admin's numbers name it. */
  template: TemplateName
  /** What it is about, where that is told once only. */
  key?: string
}
/** A message without whom it goes to. */
export type MailWords = Omit<NewMail, 'to' | 'key'>

/**
 * Writes a message in the caller's transaction, with the job that sends it: either both or neither come to be. One whose
 * key was used before is not written again.
 */
export async function queueMail(
  tx: Tx,
  sealer: Sealer,
  { to, template, key, ...words }: NewMail,
): Promise<void> {
  const { subject, ...content } = titled(words)
  const body = sealer.seal(mailPurpose, JSON.stringify(content))
  const mailId = uuidv7()
  const isBulk = goToMany.includes(mailTemplates[template])
  await tx.$executeRaw`
    with written as (
      insert into mails (id, "to", subject, body, template, key)
      values (${mailId}::uuid, ${to}, ${subject}, ${body}, ${template}, ${key ?? null})
      on conflict (key) do nothing returning id
    )
    select ${enqueueCall('send_mail', { mailId, isBulk })} from written`
}

/** A message's subject, in one line whatever stands in it, which is its heading too where it has no other. */
export const titled = <Words extends MailContent & { subject: string }>({ subject, ...rest }: Words) => {
  const line = cutLine(subject, mostOfSubject)
  return { heading: line, ...rest, subject: line }
}

/** What a message says that waits. Throws where it was sealed under a key that is no longer set. */
export function openMail(sealer: Sealer, body: string): MailContent {
  return mailContentSchema.parse(JSON.parse(sealer.open(mailPurpose, body)))
}
