import { bestRuns, type Choice } from './best-runs.ts'
import type { Run } from './runs.ts'

/** Where a unit stands: in which third of the text, 0 to 2, and under which heading. */
export type Part = { third: number; section: number }

// Each round moves the worth of runs in a part that is short of tweets, or has too many, by this much.
const step = 0.07
const rounds = 8
// A weak section may be passed over; worth added beyond this would bring it in at any price.
const mostForSection = 0.2

/**
 * The best runs, spread over the whole piece: no third without its share of tweets, no section with much more than its
 * own, no large section without any. Worths are moved in small steps until the choice is balanced. Null where there aren't
 * enough runs.
 */
export function spreadRuns(choice: Choice, partOf: (unit: number) => Part): Run[] | null {
  const thirds = [0, 0, 0]
  const sections = new Map<number, number>()
  const sizes = tally(Array.from({ length: choice.unitCount }, (_, unit) => partOf(unit).section))
  const moved = (runs: readonly Run[]) =>
    runs.map((run) => {
      const { third, section } = partOf(run.first)
      return { ...run, value: run.value + (thirds[third] ?? 0) + (sections.get(section) ?? 0) }
    })
  let chosen: Run[] | null = null
  for (let round = 0; round < rounds; round++) {
    const found = bestRuns({ ...choice, body: moved(choice.body), closing: moved(choice.closing) })
    if (!found) return chosen
    chosen = found
    const parts = found.map(({ first }) => partOf(first))
    const lacking = thirdsLacking(tally(parts.map(({ third }) => third)), choice.count)
    for (const third of lacking) thirds[third] = (thirds[third] ?? 0) + step
    const changes = sectionChanges(tally(parts.map(({ section }) => section)), sizes, choice)
    let changed = lacking.length > 0
    for (const [section, change] of changes) {
      const now = sections.get(section) ?? 0
      if (change > 0 && now >= mostForSection) continue
      sections.set(section, now + change)
      changed = true
    }
    if (!changed) break
  }
  return chosen
}

/** The hook stands in the first third already, so that one needs a tweet less. */
function thirdsLacking(tweets: ReadonlyMap<number, number>, count: number): number[] {
  const share = Math.floor(count / 4)
  const wanted = [share - 1, Math.max(1, share), Math.max(1, share)]
  return wanted.flatMap((least, third) => ((tweets.get(third) ?? 0) < least ? [third] : []))
}

function sectionChanges(
  tweets: ReadonlyMap<number, number>,
  sizes: ReadonlyMap<number, number>,
  { count, unitCount }: Choice,
): [number, number][] {
  const changes: [number, number][] = []
  for (const [section, units] of sizes) {
    const has = tweets.get(section) ?? 0
    const fair = Math.max(1, Math.ceil((1.5 * count * units) / unitCount))
    if (has > fair) changes.push([section, -step])
    else if (has === 0 && units * (count + 1) >= unitCount * 1.5) changes.push([section, step])
  }
  return changes
}

function tally(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
