import type pg from 'pg'
import { seconds } from '../durations.ts'
import { watchPoolWait } from './pool-wait.ts'

const lookEvery = 500
/** So long it has to be too much, or well again, before anything follows: one long garbage collection is no overload. */
const lasts = seconds(3)
/** So many answers in that time say how long one takes; with fewer nobody waits in a line. */
const leastAnswers = 5

export type Load = {
  /** Says how long a request took that was answered as it was asked, in milliseconds. */
  answered(ms: number): void
  /** Whether this process has more to do than it manages, for some seconds by now. */
  isTooMuch(): boolean
  stop(): void
}

/** What never is too much. */
export const noLoad: Load = { answered() {}, isTooMuch: () => false, stop() {} }

/**
 * Watches how long requests wait for this process: whether every second answer takes longer than `mostMs`, or a connection to
 * the database is waited for longer. Too much is either for three seconds, and no more once both are under the half for as
 * long. 0 watches nothing.
 */
export function watchLoad({ pool, mostMs }: { pool: pg.Pool; mostMs: number }): Load {
  if (mostMs === 0) return noLoad
  const poolWait = watchPoolWait(pool)
  let isTooMuch = false
  /** Since when it is otherwise than what is said. */
  let otherSince: number | null = null
  let answers: { at: number; ms: number }[] = []

  /** In the middle of the last answers. */
  function usualAnswer(): number {
    answers = answers.filter(({ at }) => at > performance.now() - lasts)
    if (answers.length < leastAnswers) return 0
    return answers.map(({ ms }) => ms).toSorted((one, other) => one - other)[answers.length >> 1] ?? 0
  }

  const timer = setInterval(() => {
    const worst = Math.max(usualAnswer(), poolWait())
    const isOther = isTooMuch ? worst < mostMs / 2 : worst > mostMs
    if (!isOther) otherSince = null
    else if (otherSince === null) otherSince = performance.now()
    else if (performance.now() - otherSince >= lasts) {
      isTooMuch = !isTooMuch
      otherSince = null
    }
  }, lookEvery)
  timer.unref()
  return {
    answered: (ms) => void answers.push({ at: performance.now(), ms }),
    isTooMuch: () => isTooMuch,
    stop: () => clearInterval(timer),
  }
}
