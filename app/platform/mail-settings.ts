import { z } from 'zod'
import { optional, webAddress } from './env-values.ts'
import { AppError } from './errors.ts'

export const mailFields = {
  RESEND_API_KEY: optional(z.string()),
  /** For a stand-in of Resend. */
  RESEND_BASE_URL: optional(webAddress),
  MAIL_FROM: optional(
    z.string().regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/, 'has to be an address, or Name <address>'),
  ),
}
type Fields = z.output<z.ZodObject<typeof mailFields>>

/** What sends messages; null where they stay in the outbox. */
export type MailSettings = { apiKey: string; from: string; baseUrl: string | undefined }

/** The way out for messages that is set; refuses one that is set by half. */
export function chooseMail(
  { RESEND_API_KEY: apiKey, MAIL_FROM: from, RESEND_BASE_URL: baseUrl }: Fields,
  refuse: (name: string, message: string) => void,
): MailSettings | null {
  if (apiKey && from) return { apiKey, from, baseUrl }
  if (apiKey) refuse('MAIL_FROM', 'is not set: RESEND_API_KEY needs the address that messages come from')
  if (from) refuse('RESEND_API_KEY', 'is not set: MAIL_FROM needs it')
  return null
}

type Mailing = { mode: string; mail: MailSettings | null }

/** Whether a message reaches anybody: outside production one that nothing sends can be read in the outbox. */
export const reachesPeople = ({ mode, mail }: Mailing): boolean => mail !== null || mode !== 'production'

/** For what only a message can bring about. Throws `no-mail-here` (409), which says so instead of promising one. */
export function assertReachesPeople(env: Mailing): void {
  if (!reachesPeople(env))
    throw new AppError(
      'no-mail-here',
      'Mail isn’t set up here, so no message would reach you. Ask whoever runs this Threadr.',
      { status: 409, level: 'info' },
    )
}
