import type { Arm } from '#app/features/kpis/compare.ts'
import { differenceOf, type Share } from '#app/features/kpis/difference.ts'

const compared: { what: string; of: (arm: Arm) => Share }[] = [
  { what: 'Success', of: ({ ready, failed }) => ({ part: ready, all: ready + failed }) },
  { what: 'Sign-ups', of: ({ signUps, seen }) => ({ part: Math.min(signUps, seen), all: seen }) },
  { what: 'Edited', of: ({ edited, ready }) => ({ part: Math.min(edited, ready), all: ready }) },
]

const points = (share: number) => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)}`

/** What two sides differ by, and whether chance alone could have made that. */
export const differenceWords = (one: Arm, other: Arm): string[] =>
  compared.map(({ what, of }) => {
    const difference = differenceOf(of(one), of(other))
    if (!difference) return `${what}: too few on either side to say anything.`
    const { at, low, high } = difference
    const figures = `${what}: “${one.arm}” has ${points(at)} points (95 %: ${points(low)} to ${points(high)})`
    return low <= 0 && high >= 0
      ? `${figures}, which may be chance.`
      : `${figures}, which is more than chance makes of it.`
  })
