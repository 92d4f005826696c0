import { queueMail } from '#app/features/mail/queue-mail.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { enqueue } from '#app/platform/queue/enqueue.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { alertMail } from './alert-words.ts'
import type { TellingStep } from './telling-step.ts'

export type TellOptions = {
  sealer: Sealer
  appUrl: string
  /** Whom alerts are mailed to. */
  emails: readonly string[]
  /** Whether they are posted to a webhook too. */
  posts: boolean
}

/**
 * Writes what is to be told of a step of an alert, in the transaction that takes the step: a mail to each address, under a key
 * by which each gets one a step, and a post with the job that makes it.
 */
export async function tellOf(
  tx: Tx,
  alertId: string,
  step: TellingStep,
  { sealer, appUrl, emails, posts }: TellOptions,
): Promise<void> {
  const alert = await tx.alert.findUniqueOrThrow({ where: { id: alertId } })
  for (const to of emails)
    await queueMail(tx, sealer, {
      to,
      key: `alert:${alertId}:${step}:${to}`,
      ...alertMail(alert, step, appUrl),
    })
  if (!posts) return
  const { count } = await tx.alertPost.createMany({ data: [{ alertId, step }], skipDuplicates: true })
  if (count > 0) await enqueue(tx, 'post_alert', { alertId, step })
}
