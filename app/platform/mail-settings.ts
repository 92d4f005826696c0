import { z } from 'zod'
import { optional, webAddress } from './env-values.ts'

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
