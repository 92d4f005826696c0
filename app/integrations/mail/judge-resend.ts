import { retryAfterMs } from '#app/platform/resilience/retry-after.ts'
import { ResendRefusal } from './told-resend.ts'

export type Judged = {
  kind: 'sent' | 'refused' | 'missed' | 'busy' | 'unknown'
  reason: string
  /** How long Resend asked to be left alone, in milliseconds. */
  waitMs: number | null
  /** What it tells of Resend itself: whether it does its work. */
  tells: 'worked' | 'failed'
}

/** How a connection fails that never came to be: the name, the way there, or the certificate. */
const unreached =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_CERT_\w+|CERT_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+)$/

/**
 * What is known of a message after Resend's answer, or after none. Its codes are those of its documentation (API reference,
 * Errors; Idempotency Keys): a 409 is either a key in use at this moment, or one under which another text was taken before,
 * which is then the message's older wording.
 */
export function judgeResend(error: unknown): Judged {
  if (!(error instanceof ResendRefusal)) {
    const code = codeOf(error)
    return unreached.test(code)
      ? { kind: 'missed', reason: `Resend was not reached (${code}).`, waitMs: null, tells: 'failed' }
      : { kind: 'unknown', reason: `Resend’s answer got lost (${code}).`, waitMs: null, tells: 'failed' }
  }
  const { status, name, message, headers } = error
  const said = `${status} ${name}${message ? `: ${message}` : ''}`
  const waitMs = retryAfterMs(headers)
  const judged = (kind: Judged['kind'], reason: string, tells: Judged['tells'] = 'worked') => ({
    kind,
    reason: reason.slice(0, 500),
    waitMs,
    tells,
  })
  if (name === 'invalid_idempotent_request') return judged('sent', 'Resend had taken it before.')
  if (status === 409 || status === 408) return judged('unknown', `Resend was at work on it (${said}).`)
  if (status === 429 && /quota/.test(name)) return judged('missed', `Resend’s quota is used up (${said}).`)
  if (status === 429) return judged('busy', `Resend asked for fewer messages (${said}).`)
  // Whoever runs this has to mend the key or the domain; until then no message is at fault.
  if (status === 401 || status === 403) return judged('missed', `Resend lets us send nothing (${said}).`)
  if (status >= 500) return judged('unknown', `Resend had a fault (${said}).`, 'failed')
  return judged('refused', `Resend did not take it (${said}).`)
}

/** The code of what `fetch` failed with; where several addresses were tried, of the last. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if ('code' in error && typeof error.code === 'string') return error.code
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors.at(-1))
  return error.cause === undefined ? error.name : codeOf(error.cause)
}
