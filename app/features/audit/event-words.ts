import { z } from 'zod'
import type { RecordedEvent } from './read-events.ts'

const sentences: Record<string, string> = {
  'account.made': 'Account made',
  'account.signed-in': 'Signed in',
  'account.signed-out': 'Signed out',
  'account.sessions-ended': 'Signed out elsewhere',
  'account.password-changed': 'Password changed',
  'account.password-reset': 'New password chosen by a mailed link',
  'account.email-change-asked': 'Change of address asked for',
  'account.email-changed': 'Address changed',
  'account.two-factor-on': 'Two-factor sign-in turned on',
  'account.two-factor-off': 'Two-factor sign-in turned off',
  'account.recovery-codes-renewed': 'New recovery codes made',
  'account.github-connected': 'GitHub connected',
  'account.github-disconnected': 'GitHub disconnected',
  'account.google-connected': 'Google connected',
  'account.google-disconnected': 'Google disconnected',
  'account.deletion-asked': 'Deletion of the account asked for',
  'account.kept': 'Account kept after all',
  'account.deleted': 'Account deleted',
  'api-key.made': 'Key for a program made',
  'api-key.revoked': 'Key for a program revoked',
  'api-grant.made': 'A program signed in',
  'api-grant.ended': 'A program signed out',
  'thread.deleted': 'Thread deleted',
  'thread.shared': 'Public page of a thread made',
  'thread.share-changed': 'Public page of a thread changed',
  'thread.unshared': 'Public page of a thread taken away',
  'data.export-asked': 'Copy of all data asked for',
  'user.suspended': 'Account suspended',
  'user.restored': 'Suspension lifted',
  'user.limited': 'Account limited for now',
  'user.limit-lifted': 'Limit of the account lifted',
  'user.kept-limited': 'Account looked at and kept limited',
  'user.reset-sent': 'Link to choose a new password sent',
  'user.sessions-ended': 'Signed out everywhere',
  'user.plan-granted': 'A plan given until a day, without payment',
  'account.taken-over': 'Account taken over from the earlier Threadr',
  'user.plan-asked': 'Stripe asked how the plan of this account stands',
  'seeing.began': 'Threadr looked at as this account sees it, without changing anything',
  'seeing.ended': 'That look ended',
  'mail.suppressed': 'Mail to an address stopped',
  'mail.suppression-lifted': 'Mail to an address allowed again',
  'newsletter.sent': 'An issue of the newsletter sent off',
  'newsletter.stopped': 'An issue of the newsletter stopped',
  'newsletter.deleted': 'A draft of the newsletter deleted',
  'alert.acknowledged': 'Alert acknowledged',
  'incident.told': 'Note put on the status page',
  'incident.resolved': 'Note on the status page marked as resolved',
  'secrets.resealed': 'Secrets at rest sealed under the present key',
  'signing-key.rotated': 'New key to sign the API’s tokens with',
  'flag.changed': 'Flag changed',
  'content.refused': 'A text refused by the rules for content',
}
const changeSchema = z.object({ from: z.string(), to: z.string() })

/** What was done, in words; an action that has none is called by its name. */
export function eventInWords({ action, data }: Pick<RecordedEvent, 'action' | 'data'>): string {
  const change = changeSchema.safeParse(data).data
  if (action === 'user.role-changed' && change) return `Role changed from ${change.from} to ${change.to}`
  return sentences[action] ?? action
}

export type ShownEvent = { id: string; at: string; what: string; who: string; network: string | null }

/**
 * An event as the person reads it whose account it is about. Of others they learn what they did and in which capacity, not
 * who they are nor where they sat.
 */
export function shownToPerson(event: RecordedEvent, userId: string): ShownEvent {
  const { id, at, actor, subject, ip } = event
  const isOwn = actor.kind === 'user' && actor.id === userId
  const isOnOther = subject.kind === 'user' && subject.id !== userId
  const others = actor.kind === 'system' ? 'Threadr' : 'Threadr’s staff'
  return {
    id,
    at: at.toISOString(),
    what: isOnOther ? `${eventInWords(event)} (another account)` : eventInWords(event),
    who: isOwn ? 'You' : others,
    network: isOwn ? ip : null,
  }
}
