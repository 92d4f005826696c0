import { z } from 'zod'
import { count, optional, webAddress, withDefault } from './env-values.ts'
import { AppError } from './errors.ts'

export const mailFields = {
  RESEND_API_KEY: optional(z.string()),
  /** For a stand-in of Resend. */
  RESEND_BASE_URL: optional(webAddress),
  /** One, or two parted by a comma while the second takes the first one's place. */
  RESEND_WEBHOOK_SECRET: optional(
    z
      .string()
      .regex(
        /^\s*whsec_[A-Za-z0-9+/=]+\s*(,\s*whsec_[A-Za-z0-9+/=]+\s*)*$/,
        'has to begin with whsec_, as Resend shows it; several are parted by commas',
      ),
  ),
  SMTP_URL: optional(
    z.string().refine((value) => {
      const url = URL.parse(value)
      return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== ''
    }, 'has to be an address such as smtps://user:password@host:465'),
  ),
  MAIL_FROM: optional(
    z.string().regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/, 'has to be an address, or Name <address>'),
  ),
  MAIL_PER_SECOND: withDefault(count(1, 100), '2'),
}
type Fields = z.output<z.ZodObject<typeof mailFields>>

/** What sends messages; at least one of `resend` and `smtp`. */
export type MailSettings = {
  from: string
  /** Asked first. */
  resend: { apiKey: string; baseUrl: string | undefined } | null
  /** Where the second, or only, provider is reached: smtp:// or smtps://. */
  smtp: string | null
  /** The most that all workers together hand over in a second. */
  perSecond: number
  /** What Resend signs its events with: all are tried; none where no events are taken. */
  webhookSecrets: string[]
}

/** The ways out for messages that are set, null where they stay in the outbox; refuses one that is set by half. */
export function chooseMail(
  fields: Fields,
  refuse: (name: string, message: string) => void,
): MailSettings | null {
  const { RESEND_API_KEY: apiKey, RESEND_BASE_URL: baseUrl, SMTP_URL: smtp, MAIL_FROM: from } = fields
  const { RESEND_WEBHOOK_SECRET: secrets } = fields
  if (secrets && !apiKey) refuse('RESEND_API_KEY', 'is not set: RESEND_WEBHOOK_SECRET needs it')
  if (!apiKey && !smtp) {
    if (from) refuse('RESEND_API_KEY', 'is not set: MAIL_FROM needs it, or SMTP_URL')
    return null
  }
  if (!from) {
    refuse(
      'MAIL_FROM',
      `is not set: ${apiKey ? 'RESEND_API_KEY' : 'SMTP_URL'} needs the address that messages come from`,
    )
    return null
  }
  return {
    from,
    resend: apiKey ? { apiKey, baseUrl } : null,
    smtp: smtp ?? null,
    perSecond: fields.MAIL_PER_SECOND,
    webhookSecrets: (secrets ?? '').split(',').flatMap((secret) => secret.trim() || []),
  }
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
