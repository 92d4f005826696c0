/** Weeks of the same weekday that a day is held against, and how many of them there have to be. */
const weeksBefore = 8
const fewestWeeks = 4
/** Beyond so many robust standard deviations a day stands out. */
const limit = 3.5

/** Makes the median absolute deviation comparable to a standard deviation. */
const toDeviation = 1.4826

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const upper = sorted[Math.floor(half)] ?? 0
  return Number.isInteger(half) ? ((sorted[half - 1] ?? 0) + upper) / 2 : upper
}

/** What a figure differs by without that meaning anything: one deviation. */
export const leastOf = {
  count: (usual: number) => Math.max(1, Math.sqrt(usual), usual / 20),
  share: () => 0.05,
  size: (usual: number) => usual / 10,
} as const

/**
 * Whether a day is unlike the same weekday of the weeks before, and which way: by its distance from their median, in median
 * absolute deviations, which a single day that stood out earlier doesn't blunt. Counts differ by their square root by chance
 * alone, and what differs less than `least` is never told of. Null where there is too little to hold it against.
 */
export function anomalyOf(
  values: readonly (number | null)[],
  index: number,
  least: (usual: number) => number,
): { usual: number; way: 'high' | 'low' } | null {
  const value = values[index]
  if (value === null || value === undefined) return null
  const before = Array.from({ length: weeksBefore }, (_, week) => values[index - 7 * (week + 1)]).filter(
    (each): each is number => each !== null && each !== undefined,
  )
  if (before.length < fewestWeeks) return null
  const usual = median(before)
  const spread = toDeviation * median(before.map((each) => Math.abs(each - usual)))
  const distance = (value - usual) / Math.max(spread, least(usual))
  if (Math.abs(distance) <= limit) return null
  return { usual, way: distance > 0 ? 'high' : 'low' }
}
