import { type Played, timesOf } from './person-model.ts'

/** What all people met so far. What they meet while they come is not among the times, but what goes wrong then is told. */
export function createRecorder() {
  const times = new Map<string, number[]>()
  const apart: Record<string, number> = {}
  const failures: Record<string, number> = {}
  const firstTweet: number[] = []
  const ready: number[] = []
  const threadIds: string[] = []
  let isMeasuring = false
  const count = (into: Record<string, number>, what: string) => {
    into[what] = (into[what] ?? 0) + 1
  }
  return {
    beginMeasuring() {
      isMeasuring = true
    },
    answered(kind: string, ms: number, status: number) {
      if (status === 409 || status === 429) return count(apart, `${kind}: ${status}`)
      if (status >= 400) return count(failures, `${kind}: ${status}`)
      if (!isMeasuring) return
      const known = times.get(kind) ?? []
      known.push(ms)
      times.set(kind, known)
    },
    broke: (kind: string, why: string) => count(failures, `${kind}: ${why}`),
    taken: (threadId: string) => threadIds.push(threadId),
    firstTweet: (ms: number) => firstTweet.push(ms),
    ready: (ms: number) => ready.push(ms),
    told: (): Pick<Played, 'requests' | 'apart' | 'failures' | 'threadIds' | 'firstTweet' | 'ready'> => ({
      requests: Object.fromEntries(Array.from(times, ([kind, all]) => [kind, timesOf(all)])),
      apart,
      failures,
      threadIds,
      firstTweet: timesOf(firstTweet),
      ready: timesOf(ready),
    }),
  }
}
export type Recorder = ReturnType<typeof createRecorder>
