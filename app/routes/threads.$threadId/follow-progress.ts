import type { GenerationView } from '#app/features/generation/progress.ts'
import { generationViewSchema, isFinal } from './generation-view.ts'

const firstDelay = 1000
const longestDelay = 15_000
/** Between two answers without news that came at once, so that a server which doesn't hold polls isn't hammered. */
const leastPause = 1000

/** Milliseconds to wait before the next attempt after so many failures in a row; `random` is 0 to 1. */
export function delayAfter(failures: number, random: number): number {
  if (failures === 0) return 0
  const delay = Math.min(longestDelay, firstDelay * 2 ** (failures - 1))
  return delay * (0.75 + random / 4)
}

export type PollEvent =
  | { type: 'view'; view: GenerationView }
  | { type: 'quiet' }
  | { type: 'failed' }
  | { type: 'gone' }
export type PollState = { view: GenerationView; failures: number; gone: boolean }

/** Takes in what a poll brought. A view that is older than the one known changes nothing. */
export function afterPoll(state: PollState, event: PollEvent): PollState {
  switch (event.type) {
    case 'view':
      return { ...state, failures: 0, view: event.view.seq > state.view.seq ? event.view : state.view }
    case 'quiet':
      return state.failures === 0 ? state : { ...state, failures: 0 }
    case 'failed':
      return { ...state, failures: state.failures + 1 }
    case 'gone':
      return { ...state, gone: true }
  }
}

/** Asks once what is new. Never throws, but for an abort. */
export async function poll(
  url: string,
  since: number,
  signal: AbortSignal,
  get: typeof fetch,
): Promise<PollEvent> {
  try {
    const response = await get(`${url}?since=${since}`, { signal, headers: { Accept: 'application/json' } })
    if (response.status === 204) return { type: 'quiet' }
    if (response.status === 404 || response.status === 410) return { type: 'gone' }
    if (!response.ok) return { type: 'failed' }
    const view = generationViewSchema.safeParse(await response.json())
    if (!view.success) return { type: 'failed' }
    return view.data.seq > since ? { type: 'view', view: view.data } : { type: 'quiet' }
  } catch (error) {
    if (signal.aborted) throw error
    return { type: 'failed' }
  }
}

export type FollowOptions = {
  url: string
  since: number
  signal: AbortSignal
  onEvent: (event: PollEvent) => void
  get: typeof fetch
  /** Resolves after so many milliseconds, or at once when the signal is aborted. */
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** Resolves as soon as somebody can see the page. */
  seen: (signal: AbortSignal) => Promise<void>
  now: () => number
  random: () => number
}

/** Polls until the generation has ended, is gone, or nobody wants to know any more. */
export async function followProgress(options: FollowOptions): Promise<void> {
  const { signal } = options
  let since = options.since
  let failures = 0
  while (!signal.aborted) {
    await options.seen(signal)
    await options.wait(delayAfter(failures, options.random()), signal)
    if (signal.aborted) return
    const asked = options.now()
    const event = await poll(options.url, since, signal, options.get).catch(() => null)
    if (event === null || signal.aborted) return
    options.onEvent(event)
    if (event.type === 'gone') return
    if (event.type === 'view') {
      since = event.view.seq
      if (isFinal(event.view.status)) return
    }
    failures = event.type === 'failed' ? failures + 1 : 0
    if (event.type === 'quiet') await options.wait(leastPause - (options.now() - asked), signal)
  }
}
