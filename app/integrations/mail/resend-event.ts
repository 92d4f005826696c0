import { Resend } from 'resend'
import { z } from 'zod'
import { parseEvent, refuseEvent } from '#app/platform/take-event.server.ts'

const idSchema = z.string().regex(/^[\w-]{1,100}$/)
const text = z.string().transform((value) => value.slice(0, 500))

const emailSchema = z.object({
  email_id: z.string().max(100),
  /** Ours, see resend.ts; another program's messages of the same account have none. */
  tags: z
    .object({ mail: z.uuid().optional().catch(undefined) })
    .nullish()
    .catch(null),
  bounce: z.object({ message: text, type: z.string().max(50), subType: z.string().max(50) }).optional(),
  failed: z.object({ reason: text }).optional(),
  suppressed: z.object({ message: text }).optional(),
})
const eventSchema = z.object({
  type: z.string().max(100),
  created_at: z.string().transform((value, context) => {
    const at = new Date(value)
    if (!Number.isNaN(at.getTime())) return at
    context.addIssue({ code: 'custom', message: 'is no time' })
    return z.NEVER
  }),
  data: z.unknown(),
})

export type ResendEvent = {
  /** Of the event: what comes again under it is the same. */
  id: string
  type: string
  at: Date
  /** What it is about: null where that is no message. `mailId` is ours, `providerId` Resend's. */
  mail: { mailId: string | null; providerId: string } | null
  /** Whether the reader's side said that no mail will ever reach the address. */
  isHardBounce: boolean
  /** Why, in words of Resend's or of the reader's side. */
  detail: string | null
}

/**
 * An event as Resend posts it (documentation: Webhooks), if one of our secrets has signed it within five minutes of now. The
 * signature is checked by Resend's own client (Standard Webhooks under svix's header names). Throws AppErrors with 400.
 */
export function readResendEvent(
  secrets: readonly string[],
  { body, headers }: { body: string; headers: Headers },
): ResendEvent {
  const id = idSchema.safeParse(headers.get('svix-id')).data
  const timestamp = headers.get('svix-timestamp') ?? ''
  const signature = headers.get('svix-signature') ?? ''
  if (
    id === undefined ||
    !secrets.some((webhookSecret) => isSigned(body, { id, timestamp, signature }, webhookSecret))
  )
    throw refuseEvent('event-not-signed', 'This isn’t signed by Resend for us, or too long ago.')
  const { type, created_at: at, data } = parseEvent(eventSchema, body, 'Resend')
  const email = type.startsWith('email.') ? emailSchema.safeParse(data).data : undefined
  const { bounce, failed, suppressed } = email ?? {}
  return {
    id,
    type,
    at,
    mail: email ? { mailId: email.tags?.mail ?? null, providerId: email.email_id } : null,
    isHardBounce: type === 'email.bounced' && bounce?.type === 'Permanent',
    detail: bounce
      ? `${bounce.type}, ${bounce.subType}: ${bounce.message}`.slice(0, 500)
      : (failed?.reason ?? suppressed?.message ?? null),
  }
}

/** A key is wanted by the client, which asks nobody anything here. */
const client = new Resend('re_none')

function isSigned(
  payload: string,
  headers: { id: string; timestamp: string; signature: string },
  webhookSecret: string,
): boolean {
  try {
    client.webhooks.verify({ payload, headers, webhookSecret })
    return true
  } catch {
    return false
  }
}
