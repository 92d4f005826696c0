import { createHmac, randomBytes } from 'node:crypto'
import { seconds } from '#app/platform/durations.ts'

export const newWebhookSecret = () => `whsec_${randomBytes(24).toString('base64')}`

type Signing = {
  secret: string
  /** The event's number; one of its own without it. */
  id?: string
  /** How old it says to be, in seconds. */
  age?: number
  /** What is sent in place of what was signed. */
  sent?: string
}

/** An event as Resend posts it, signed by the rules of Standard Webhooks under svix's names. */
export function signedResendEvent(
  event: object,
  { secret, id = `msg_${randomBytes(12).toString('hex')}`, age = 0, sent }: Signing,
): Request {
  const body = JSON.stringify(event)
  const timestamp = String(Math.floor(Date.now() / seconds(1)) - age)
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return new Request('http://localhost:3000/webhooks/resend', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'svix-id': id,
      'svix-timestamp': timestamp,
      'svix-signature': `v1,${signature}`,
    },
    body: sent ?? body,
  })
}
