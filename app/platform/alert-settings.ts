import { z } from 'zod'
import { optional, withDefault } from './env-values.ts'

const addressSchema = z.email()

export const alertFields = {
  ALERT_EMAILS: withDefault(z.string().transform(addressesOf), ''),
  ALERT_WEBHOOK_URL: optional(
    z.url({ protocol: /^https?$/, error: 'has to be an address that begins with https://' }),
  ),
}
type Fields = z.output<z.ZodObject<typeof alertFields>>

/** Whom it is told that something is broken. */
export type AlertSettings = {
  emails: string[]
  /** Of a chat that takes `{"text": …}`. Whoever has it can post there, so it is a secret. */
  webhookUrl: string | null
}

function addressesOf(value: string, context: z.RefinementCtx): string[] {
  const given = value.split(',').flatMap((address) => address.trim() || [])
  if (!given.every((address) => addressSchema.safeParse(address).success))
    context.addIssue({ code: 'custom', message: 'has to be email addresses, parted by commas' })
  return [...new Set(given)]
}

/** Over the net in the open, the text would be anybody's to read and the address anybody's to use. */
export function chooseAlerts(
  { THREADR_ENV, ...fields }: Fields & { THREADR_ENV: string },
  refuse: (name: string, message: string) => void,
): AlertSettings {
  const webhookUrl = fields.ALERT_WEBHOOK_URL ?? null
  if (THREADR_ENV === 'production' && webhookUrl !== null && !webhookUrl.startsWith('https://'))
    refuse('ALERT_WEBHOOK_URL', 'has to begin with https:// in production')
  return { emails: fields.ALERT_EMAILS, webhookUrl }
}
