import type { Progress, StepName } from './progress.ts'
import { atStep } from './step-progress.ts'

/** Something that happened to a generation, for its record. */
export type RunEvent = { kind: string; data: Record<string, unknown> }

export type RunRecord = {
  /** How far the run has come, written or not. */
  progress(): Progress
  /** Says how far it has come, which is written with what happens next. */
  reach(progress: Progress): void
  /** Says so with what happened, which is written soon. */
  add(progress: Progress, kind: string, data?: RunEvent['data']): void
  /** Says what happened that nobody sees, to be written with what happens next. */
  note(kind: string, data: RunEvent['data']): void
  /** Says that a step has begun. */
  step(name: StepName): void
  /** Waits until all of it is written. Throws what the writing threw, however often it is asked. */
  written(): Promise<void>
  /**
   * Begins to write nothing more, and gives what has happened and isn't written, for a statement that writes it along. Throws as
   * `written` does, which goes on writing.
   */
  rest(): Promise<readonly RunEvent[]>
}

/**
 * What a run has come to, written in its order while the run goes on: neither a model nor who reads what it says waits for the
 * database. One statement is under way at a time, and what comes meanwhile is written together by the next, with the progress
 * as it stands by then. Where one fails nothing more is written, and `onFailure` hears why at once.
 */
export function recordInTurn(
  begun: Progress,
  write: (progress: Progress, events: readonly RunEvent[]) => Promise<void>,
  onFailure: (error: unknown) => void,
): RunRecord {
  let progress = begun
  const waiting: RunEvent[] = []
  let underWay: Promise<void> | null = null
  let isHeld = false
  const failures: unknown[] = []

  async function writeAll() {
    try {
      while (waiting.length > 0 && !isHeld) await write(progress, waiting.splice(0))
    } catch (error) {
      failures.push(error)
      onFailure(error)
    } finally {
      underWay = null
    }
  }

  function add(next: Progress, kind: string, data: RunEvent['data'] = {}) {
    progress = next
    if (failures.length > 0) return
    waiting.push({ kind, data })
    if (!isHeld) underWay ??= writeAll()
  }

  async function settled() {
    await underWay
    if (failures.length > 0) throw failures[0]
  }

  return {
    progress: () => progress,
    reach(next) {
      progress = next
    },
    add,
    note: (kind, data) => void waiting.push({ kind, data }),
    step: (name) => add(atStep(progress, name), 'step', { step: name }),
    async written() {
      isHeld = false
      if (waiting.length > 0 && failures.length === 0) underWay ??= writeAll()
      await settled()
    },
    async rest() {
      isHeld = true
      await settled()
      return waiting
    },
  }
}
