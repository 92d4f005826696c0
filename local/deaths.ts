import { minutes } from '#app/platform/durations.ts'

/** What dies more often than this within ten minutes is not started again. */
const mostRestarts = 5

/** Counts deaths. Each call is one, and answers how often in ten minutes where that is too often, else null. */
export function countDeaths(): () => number | null {
  const deaths: number[] = []
  return () => {
    deaths.push(Date.now())
    const recent = deaths.filter((at) => at > Date.now() - minutes(10)).length
    return recent > mostRestarts ? recent : null
  }
}
