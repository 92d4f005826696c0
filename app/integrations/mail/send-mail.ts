import type pg from 'pg'
import type { MailSettings } from '#app/platform/mail-settings.ts'
import { createSharedPace } from '#app/platform/resilience/shared-pace.ts'
import type { MailWay, Outcome, OutgoingMail, Provider } from './outcome.ts'
import { createResendWay } from './resend.ts'
import { createSmtpWay } from './smtp.ts'

type Sending = {
  signal: AbortSignal
  /** Whom it may have been taken by already: then nobody else is asked. */
  only: Provider | null
  /** Told before it is handed to anybody; where it gives false, it is not. */
  onHanding(provider: Provider): Promise<boolean>
}

/** Hands a message over by the first way that takes it. Null where `onHanding` had none of it. */
export type SendMail = (mail: OutgoingMail, sending: Sending) => Promise<Outcome | null>

/**
 * The ways out that are set, in their order. The next one is tried only where the one before surely did not take the message
 * and waiting for it would not help; after an unknown outcome none is.
 */
export function createMailSender(
  settings: MailSettings,
  { pool, onTrouble }: { pool: pg.Pool; onTrouble?: (error: unknown) => void },
): SendMail {
  const { from, resend, smtp, perSecond } = settings
  const pace = (provider: Provider) => createSharedPace({ pool, name: `mail ${provider}`, perSecond })
  const ways: MailWay[] = []
  if (resend)
    ways.push(
      createResendWay({ ...resend, from, pool, pace: pace('resend'), ...(onTrouble && { onTrouble }) }),
    )
  if (smtp !== null) ways.push(createSmtpWay({ url: smtp, from, pace: pace('smtp') }))
  return sendBy(ways)
}

/** The same over given ways. */
function sendBy(ways: readonly MailWay[]): SendMail {
  return async (mail, { signal, only, onHanding }) => {
    let outcome: Outcome | null = null
    let mayComeLater: Outcome | null = null
    for (const way of ways) {
      if (only !== null && way.provider !== only) continue
      if (!(await onHanding(way.provider))) return null
      outcome = await way.send(mail, signal)
      if (outcome.kind === 'missed') mayComeLater ??= outcome
      if (outcome.kind !== 'missed' && outcome.kind !== 'refused') return outcome
    }
    if (only !== null && outcome === null)
      return { kind: 'unknown', provider: only, reason: `${only} is no longer set, and may have taken it.` }
    return mayComeLater ?? outcome
  }
}
