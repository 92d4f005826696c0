export type Share = { part: number; all: number }

/** Of a standard normal distribution: 95 of 100 lie within. */
const z95 = 1.96
const fewest = 10

/** Wilson's interval of one share, which holds for few as for many. */
function wilson({ part, all }: Share): { low: number; high: number; at: number } {
  const at = part / all
  const shrink = 1 + z95 ** 2 / all
  const centre = (at + z95 ** 2 / (2 * all)) / shrink
  const half = (z95 / shrink) * Math.sqrt((at * (1 - at)) / all + z95 ** 2 / (4 * all ** 2))
  return { low: centre - half, high: centre + half, at }
}

/**
 * How much one share is above another, with the interval that 95 of 100 such comparisons hold the truth in (Newcombe's, of
 * two proportions, method 10). Null where either has fewer than ten to speak of.
 */
export function differenceOf(one: Share, other: Share): { at: number; low: number; high: number } | null {
  if (one.all < fewest || other.all < fewest) return null
  const [a, b] = [wilson(one), wilson(other)]
  return {
    at: a.at - b.at,
    low: a.at - b.at - Math.hypot(a.at - a.low, b.high - b.at),
    high: a.at - b.at + Math.hypot(a.high - a.at, b.at - b.low),
  }
}
