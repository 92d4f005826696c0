import { type MailWords, queueMail } from '#app/features/mail/queue-mail.ts'
import { paths } from '#app/paths.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { limitInWords } from './limit-words.ts'
import { readLimit } from './read-limit.ts'

export type Telling = {
  sealer: Sealer
  appUrl: string
  supportEmail: string | null
  /** Whether threads are counted at all; where they aren't, a limit is nothing to tell of. */
  quotas: boolean
}

/** Mails somebody that their account is limited, and how that ends. */
export async function tellOfLimit(
  tx: Tx,
  { sealer, appUrl, supportEmail, quotas }: Telling,
  userId: string,
): Promise<void> {
  const limit = await readLimit(tx, userId)
  if (!limit || limit.email === null || !quotas) return
  const { what, why } = limitInWords({ ...limit, supportEmail })
  await queueMail(tx, sealer, { to: limit.email, ...mailOfLimit(appUrl, { what, why }) })
}

export const mailOfLimit = (appUrl: string, { what, why }: ReturnType<typeof limitInWords>): MailWords => ({
  template: 'account-limited',
  subject: what,
  heading: 'Your account is limited for now',
  paragraphs: [`${what}, instead of all of your plan.`, why],
  action: { label: 'Open your account', url: appUrl + paths.account() },
})
