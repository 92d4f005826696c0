import { hours } from '#app/platform/durations.ts'

type Taken = { id: string; payload: string; at: number }
export type KeyVerdict =
  | { kind: 'new' }
  | { kind: 'known'; id: string }
  | { kind: 'other' }
  | { kind: 'at-work' }

/**
 * Resend's rules for idempotency keys: for 24 hours the same request under the same key is answered as the first was, without
 * sending; another text under it is refused, and so is one whose first request isn't over yet.
 */
export function createKeys(now: () => number) {
  const taken = new Map<string, Taken>()
  const atWork = new Set<string>()
  return {
    look(key: string, payload: string): KeyVerdict {
      if (atWork.has(key)) return { kind: 'at-work' }
      const before = taken.get(key)
      if (!before || now() - before.at >= hours(24)) return { kind: 'new' }
      return before.payload === payload ? { kind: 'known', id: before.id } : { kind: 'other' }
    },
    begin: (key: string) => atWork.add(key),
    end: (key: string) => atWork.delete(key),
    keep: (key: string, payload: string, id: string) => taken.set(key, { id, payload, at: now() }),
  }
}
