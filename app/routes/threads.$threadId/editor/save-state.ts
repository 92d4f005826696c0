import type { Saved } from './wire.ts'

/** How things stand between what was typed and what the server holds. */
export type SaveState =
  /** Nothing is unsaved. `at`: when this page saved last, in milliseconds since 1970; null where it hasn't yet. */
  | { phase: 'saved'; at: number | null }
  /** Typed a moment ago; it will be sent. */
  | { phase: 'unsaved' }
  | { phase: 'saving' }
  /** Not sent, for a reason that passes; it is tried again by itself. */
  | { phase: 'waiting'; reason: 'offline' | 'server' | 'busy' | 'being-written' }
  /** The thread isn't this browser's any more, as far as the server knows. */
  | { phase: 'gone' }
  /** The same was changed here and elsewhere, and nobody but its owner can say which it is to be. */
  | { phase: 'conflict' }
  /** The server doesn't take it as it is, and says why. */
  | { phase: 'refused'; error: string }

/** What an answer to a save, other than the thread itself, leaves to be said. */
export function stateAfter(answer: Exclude<Saved, { state: 'saved' | 'changed' }>): SaveState {
  if (answer.state === 'gone') return { phase: 'gone' }
  if (answer.state === 'failed') return { phase: 'waiting', reason: answer.reason }
  if (answer.code === 'being-written') return { phase: 'waiting', reason: 'being-written' }
  return { phase: 'refused', error: answer.error }
}
