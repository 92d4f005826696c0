/** Whom a message can be handed to. */
export type Provider = 'resend' | 'smtp'

export type OutgoingMail = {
  /** Names the message; at Resend, handing the same over again within a day sends nothing. */
  key: string
  to: string
  subject: string
  text: string
  html: string
  headers: Record<string, string>
}

/**
 * What is known once a message was handed over. `sent`: it was taken. `refused`: it was not, and never will be. `missed`: it
 * surely was not taken, and may be later, or by somebody else. `busy`: the same, and worth waiting for. `unknown`: it may have
 * been taken.
 */
export type Outcome =
  | { kind: 'sent'; provider: Provider; id: string | null }
  | { kind: 'refused' | 'missed' | 'busy' | 'unknown'; provider: Provider; reason: string }

/** One way out for messages. It never throws. */
export type MailWay = {
  provider: Provider
  /** Whether the same may be handed over again after an unknown outcome, within a day. */
  knowsKeys: boolean
  /** Broken off by `signal`, its outcome may be unknown. */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<Outcome>
}
