import { Resend } from 'resend'
import { AppError } from '#app/platform/errors.ts'
import type { MailSettings } from '#app/platform/mail-settings.ts'

type OutgoingMail = {
  /** Sending under the same key again, within a day, sends nothing. */
  idempotencyKey: string
  to: string
  subject: string
  text: string
  html: string
  headers: Record<string, string>
}

/** Hands a message over for good; throws an AppError, retryable where it may go later. */
export type SendMail = (mail: OutgoingMail) => Promise<void>

/** Sends through Resend. */
export function createResendSender({ apiKey, from, baseUrl }: MailSettings): SendMail {
  const resend = new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl })
  return async ({ idempotencyKey, ...mail }) => {
    const { error } = await resend.emails.send({ from, ...mail }, { idempotencyKey })
    if (!error) return
    // No status where it could not be reached at all.
    const status = error.statusCode ?? 0
    const retryable = status === 0 || status === 409 || status === 429 || status >= 500
    throw new AppError('mail-not-sent', `Resend did not take the message (${status || error.name}).`, {
      status: 502,
      retryable,
    })
  }
}
