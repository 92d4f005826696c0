import type { ThreadDocument } from '#app/features/threads/document/thread-document.ts'
import { delayAfter } from '../follow-progress.ts'
import { type SaveState, stateAfter } from './save-state.ts'
import type { Saved, Stored, Wire } from './wire.ts'

/** How long nothing is typed before it is saved, and how long typing may go on unsaved, in milliseconds. */
export const rest = 700
export const longestUnsaved = 5_000
/** So many answers in a row that the thread was changed elsewhere are news; more are a fault that would go on for ever. */
const mostRounds = 8

export type Saving = {
  /** Something was typed, or brought together: it is saved in a moment. */
  changed: () => void
  /** Saves at once; whether everything is saved then. */
  flush: () => Promise<boolean>
  /** Sends what isn't saved, while the page goes. */
  leave: () => void
  /** What kept it from being saved may have passed: tries again. */
  retry: () => void
  stop: () => void
}

type SavingOptions = {
  wire: Wire
  /** Whether there is anything that the server doesn't have. */
  isDirty: () => boolean
  present: () => { version: number; document: ThreadDocument }
  state: () => SaveState
  tell: (state: SaveState) => void
  /** Kept on this device before it is sent. */
  keep: () => Promise<unknown>
  /** The server has stored what was sent. */
  stored: (thread: Stored, sent: ThreadDocument) => void
  /** The thread stands otherwise by now; whether that could be brought together with what is here. */
  meet: (thread: Stored) => boolean
}

/** Saves what is typed: after a rest, one request at a time, against the version that it began with. */
export function createSaving(options: SavingOptions): Saving {
  let timer: ReturnType<typeof setTimeout> | undefined
  let dirtySince: number | null = null
  let flight: Promise<void> | null = null
  let failures = 0
  let isOver = false

  function after(milliseconds: number) {
    clearTimeout(timer)
    if (!isOver) timer = setTimeout(() => void save(), milliseconds)
  }

  function changed() {
    const { phase } = options.state()
    if (phase === 'gone' || phase === 'conflict' || phase === 'waiting') return
    if (!options.isDirty()) return flight ? undefined : settle()
    dirtySince ??= Date.now()
    if (flight) return
    options.tell({ phase: 'unsaved' })
    after(Math.max(0, Math.min(rest, dirtySince + longestUnsaved - Date.now())))
  }

  function settle() {
    clearTimeout(timer)
    dirtySince = null
    failures = 0
    const state = options.state()
    if (state.phase !== 'saved') options.tell({ phase: 'saved', at: Date.now() })
  }

  async function save(leaving = false): Promise<void> {
    if (flight) return flight
    clearTimeout(timer)
    if (options.state().phase === 'conflict') return
    if (!options.isDirty()) return settle()
    flight = rounds(leaving).finally(() => {
      flight = null
    })
    await flight
    if (options.state().phase === 'saving' && options.isDirty()) changed()
    else if (options.state().phase === 'saving') settle()
  }

  /** Sends, and where the thread was changed elsewhere, once more with what both come to. */
  async function rounds(leaving: boolean): Promise<void> {
    options.tell({ phase: 'saving' })
    if (!leaving) await options.keep()
    for (let round = 0; round < mostRounds && !isOver; round += 1) {
      const { version, document } = options.present()
      dirtySince = null
      const answer = await options.wire.save(version, document, leaving)
      if (answer.state === 'saved') return options.stored(answer, document)
      if (answer.state !== 'changed') return failed(answer)
      if (!options.meet(answer)) return
      if (!options.isDirty()) return
    }
    failed({ state: 'failed', reason: 'server', retryAfter: null })
  }

  function failed(answer: Exclude<Saved, { state: 'saved' | 'changed' }>) {
    const state = stateAfter(answer)
    options.tell(state)
    if (state.phase !== 'waiting') return
    failures += 1
    const pause = delayAfter(failures, Math.random())
    after(Math.max(pause, answer.state === 'failed' ? (answer.retryAfter ?? 0) : 0))
  }

  return {
    changed,
    retry() {
      const { phase } = options.state()
      if (phase === 'waiting' || phase === 'gone' || phase === 'unsaved') void save()
    },
    async flush() {
      for (let tries = 0; tries < 3 && (flight || options.isDirty()); tries += 1) {
        await save()
        if (options.state().phase !== 'unsaved' && options.state().phase !== 'saved') break
      }
      return !options.isDirty()
    },
    leave() {
      if (!flight && options.isDirty()) void save(true)
    },
    stop() {
      isOver = true
      clearTimeout(timer)
    },
  }
}
