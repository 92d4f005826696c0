import { median } from '#tests/eval/cpu-ratio.ts'

/** Pairs of runs, one of each side in turn, so that a change of the machine's mood meets both. */
const pairs = 9

/** What was measured, and what it has to be; without a bar it is told and not judged. */
export type Figure = { name: string; ratio: number; bar: { atLeast: number } | { atMost: number } | null }

const milliseconds = (work: () => void) => {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** Median of the ratios of interleaved pairs, after one run of each to warm up. */
export function medianRatio(above: () => void, below: () => void): number {
  above()
  below()
  return median(Array.from({ length: pairs }, () => milliseconds(above) / milliseconds(below)))
}

export const fallsShort = ({ ratio, bar }: Figure): boolean => {
  if (bar === null) return false
  // What is no number falls short too.
  return !('atLeast' in bar ? ratio >= bar.atLeast : ratio <= bar.atMost)
}

/** How a figure stands beside its bar, in its parts. */
export const inWords = (figure: Figure) => {
  const { name, ratio, bar } = figure
  const wanted = bar === null ? '' : 'atLeast' in bar ? `≥ ${bar.atLeast}` : `≤ ${bar.atMost}`
  return {
    how: bar === null ? '' : fallsShort(figure) ? 'SHORT' : 'ok',
    name,
    figure: ratio.toFixed(2),
    wanted,
  }
}

/** A figure beside its bar, in a line. */
export const line = (figure: Figure): string => {
  const { how, name, figure: value, wanted } = inWords(figure)
  return `${how.padEnd(5)} ${name}: ${value}${wanted === '' ? '' : ` (bar ${wanted})`}`
}
