import { createHash } from 'node:crypto'
import { StripeFault } from '../stripe-fault.ts'

export type Answer = { status: number; body: string }
type Kept = { path: string; parameters: string; until: number; requestId: string; answer: Answer | null }

const kept = 24 * 3600_000
const longest = 255

type Begun =
  /** The same was asked before, and this was the answer. */
  | { kind: 'replay'; answer: Answer; requestId: string }
  /** It is to be carried out; `end` with the answer to keep, or null where nothing was begun. */
  | { kind: 'run'; end(answer: Answer | null): void }

/** What was answered to requests with a key, for 24 hours of the computer's clock. */
export type Idempotency = {
  /** Throws Stripe's 400 where the key was used for something else, and 409 while the first one is being answered. */
  begin(key: string, request: { path: string; body: string; requestId: string }): Begun
}

export function createIdempotency(): Idempotency {
  const answers = new Map<string, Kept>()
  return {
    begin(key, { path, body, requestId }) {
      if (key.length > longest)
        throw new StripeFault(
          400,
          'invalid_request_error',
          `Idempotency keys are at most ${longest} characters long.`,
        )
      for (const [old, { until }] of answers) if (until < Date.now()) answers.delete(old)
      const parameters = createHash('sha256').update(body).digest('hex')
      const before = answers.get(key)
      if (before) return { kind: 'replay', ...assertSame(key, before, path, parameters) }
      const mine: Kept = { path, parameters, until: Date.now() + kept, requestId, answer: null }
      answers.set(key, mine)
      return {
        kind: 'run',
        end(answer) {
          if (answer === null) answers.delete(key)
          else mine.answer = answer
        },
      }
    },
  }
}

function assertSame(key: string, before: Kept, path: string, parameters: string) {
  const other = before.path === path ? null : `endpoint they were first used for ('${before.path}')`
  if (other !== null || before.parameters !== parameters)
    throw new StripeFault(
      400,
      'idempotency_error',
      `Keys for idempotent requests can only be used ${other ? `for the same ${other}` : 'with the same parameters they were first used with'}. Try using a key other than '${key}' if you meant to execute a different request.`,
    )
  if (before.answer === null)
    throw new StripeFault(
      409,
      'invalid_request_error',
      `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
      { code: 'idempotency_key_in_use' },
    )
  return { answer: before.answer, requestId: before.requestId }
}
