/** CPU time of this process, in milliseconds, that a piece of work takes: other processes on the machine don't count. */
function cpuOf(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? Number.NaN
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? upper) + upper) / 2 : upper
}

/**
 * The CPU times of two pieces of work and the median of their ratios, one after the other and in turn, so that whatever
 * slows one slows the other. `warmUp` is how often each is done before that, unmeasured.
 */
export function compareCpu(
  ours: () => unknown,
  theirs: () => unknown,
  { pairs = 9, warmUp = 1 }: { pairs?: number; warmUp?: number } = {},
) {
  for (let round = 0; round < warmUp; round += 1) {
    ours()
    theirs()
  }
  const taken = Array.from({ length: pairs }, (_, pair) => {
    const first = pair % 2 === 0
    const early = cpuOf(first ? ours : theirs)
    const late = cpuOf(first ? theirs : ours)
    return first ? [early, late] : [late, early]
  })
  return {
    ours: median(taken.map(([one = 0]) => one)),
    theirs: median(taken.map(([, other = 0]) => other)),
    ratio: median(taken.map(([one = 0, other = 1]) => one / Math.max(other, 0.001))),
  }
}
