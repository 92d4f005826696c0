import { useNavigation, useRevalidator } from '@remix-run/react'
import { useEffect, useReducer, useRef } from 'react'
import type { GenerationView } from '#app/features/generation/progress.ts'
import { afterPoll, followProgress, type PollState } from './follow-progress.ts'
import { isFinal, stageOf } from './generation-view.ts'
import { wait, watchVisibility } from './waiting.ts'

/**
 * The newest that is known of a thread's generation: what the loader told, then what the polls bring. At each stage that
 * has more to show (the source once it is read, what was stored in the end) the loader is asked again. `reconnecting` says that the last polls failed.
 */
export function useProgress(
  initial: GenerationView,
  url: string,
): { view: GenerationView; reconnecting: boolean } {
  const [state, dispatch] = useReducer(afterPoll, {
    view: initial,
    failures: 0,
    gone: false,
  } satisfies PollState)
  const view = state.view.seq > initial.seq ? state.view : initial
  const ended = isFinal(view.status) || state.gone
  const { revalidate, state: revalidation } = useRevalidator()

  // Read by the effect below without starting the polling anew for every step of the progress.
  const since = useRef(view.seq)
  since.current = view.seq

  useEffect(() => {
    if (ended) return
    const abort = new AbortController()
    void followProgress({
      url,
      since: since.current,
      signal: abort.signal,
      onEvent: dispatch,
      get: (input, init) => fetch(input, init),
      wait,
      seen: watchVisibility(abort.signal),
      now: () => performance.now(),
      random: Math.random,
    })
    return () => abort.abort()
  }, [url, ended])

  // What is on its way (the form that stopped it, say, or the answer for an earlier stage) would be cut off.
  const navigation = useNavigation().state
  const idle = navigation === 'idle' && revalidation === 'idle'
  const stage = state.gone ? 'gone' : stageOf(view)
  const unsaid = stage !== stageOf(initial)
  // The stage that was asked for last: a later one may come while the answer is on its way.
  const asked = useRef<string | null>(null)
  useEffect(() => {
    if (!unsaid) asked.current = null
    else if (idle && asked.current !== stage) {
      asked.current = stage
      revalidate()
    }
  }, [unsaid, idle, stage, revalidate])

  return { view, reconnecting: state.failures > 1 && !ended }
}
