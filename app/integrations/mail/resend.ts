import type pg from 'pg'
import { z } from 'zod'
import { minutes, seconds } from '#app/platform/durations.ts'
import { createSharedBreaker } from '#app/platform/resilience/shared-breaker.ts'
import type { Pace } from '#app/platform/resilience/shared-pace.ts'
import { createTries, type TriesOptions } from '#app/platform/resilience/tries.ts'
import { type Judged, judgeResend } from './judge-resend.ts'
import type { MailWay, OutgoingMail } from './outcome.ts'
import { ToldResend } from './told-resend.ts'

type ResendOptions = TriesOptions & {
  apiKey: string
  baseUrl: string | undefined
  from: string
  pool: pg.Pool
  pace: Pace
  /** How long one request may take, in milliseconds; 15 s without it, more than connecting may. */
  timeoutMs?: number
  onTrouble?: (error: unknown) => void
}

const takenSchema = z.object({ id: z.string().min(1).max(200) })

/** How a try ended that took nothing for sure, or that nobody knows of. */
class Trouble extends Error {
  readonly judged: Judged
  constructor(judged: Judged) {
    super(judged.reason)
    this.judged = judged
  }
}
const busy = (reason: string, waitMs: number) =>
  new Trouble({ kind: 'busy', reason, waitMs, tells: 'worked' })

/** Tried again at once is what passes in seconds; the job is, after hours. */
const judgement = {
  isWorthAnotherTry: (error: unknown, longestRetryAfterMs: number) =>
    error instanceof Trouble &&
    (error.judged.kind === 'busy' || error.judged.kind === 'unknown') &&
    (error.judged.waitMs ?? 0) <= longestRetryAfterMs,
  askedWaitMs: (error: unknown) => (error instanceof Trouble ? error.judged.waitMs : null),
  stopped: () => busy('The worker stopped.', 0),
}

/** Sends through Resend, at the pace that all share, past the breaker that all share. */
export function createResendWay(options: ResendOptions): MailWay {
  const { apiKey, baseUrl, from, pool, pace, timeoutMs = seconds(15), onTrouble } = options
  const resend = new ToldResend(apiKey, baseUrl === undefined ? {} : { baseUrl })
  const breaker = createSharedBreaker({
    pool,
    name: `mail ${new URL(resend.baseUrl).host}`,
    probeMs: minutes(1),
    ...(onTrouble && { onTrouble }),
  })
  const tries = createTries(judgement, { tries: 2, longestRetryAfterMs: seconds(5), ...options })

  async function once(mail: OutgoingMail, signal: AbortSignal): Promise<string | null> {
    const wait = await pace.turn(signal).catch(() => seconds(1))
    if (wait !== null) throw busy('It was not its turn yet.', wait)
    const entry = await breaker.enter()
    if (entry.state === 'open')
      throw new Trouble({ kind: 'missed', reason: 'Resend keeps failing.', waitMs: null, tells: 'worked' })
    try {
      const id = await request(mail, AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]))
      await entry.worked()
      return id
    } catch (error) {
      const judged = judgeResend(error)
      if (signal.aborted) await entry.toldNothing()
      else await entry[judged.tells]()
      if (judged.kind === 'busy' && judged.waitMs !== null) await pace.rest(judged.waitMs)
      if (judged.kind === 'sent') return null
      throw new Trouble(judged)
    }
  }

  async function request({ key, ...mail }: OutgoingMail, signal: AbortSignal): Promise<string> {
    const { data, error } = await resend.emails.send(
      // By the tag its events find the message, also where the answer got lost.
      { from, ...mail, tags: [{ name: 'mail', value: key }] },
      { idempotencyKey: key, signal },
    )
    if (error) throw new Error(error.name)
    return takenSchema.parse(data).id
  }

  return {
    provider: 'resend',
    knowsKeys: true,
    async send(mail, signal) {
      let mayBeTaken: string | null = null
      try {
        const id = await tries(async () => {
          try {
            return await once(mail, signal)
          } catch (error) {
            if (error instanceof Trouble && error.judged.kind === 'unknown') mayBeTaken = error.judged.reason
            throw error
          }
        }, signal)
        return { kind: 'sent', provider: 'resend', id }
      } catch (error) {
        const { kind, reason } = error instanceof Trouble ? error.judged : judgeResend(error)
        // A later refusal doesn't undo what an earlier try may have brought about.
        if (mayBeTaken !== null) return { kind: 'unknown', provider: 'resend', reason: mayBeTaken }
        return kind === 'sent' ? { kind, provider: 'resend', id: null } : { kind, provider: 'resend', reason }
      }
    },
  }
}
