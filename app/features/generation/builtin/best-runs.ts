import type { Run } from './runs.ts'

export type Choice = {
  /** Runs for every tweet but the last. */
  body: readonly Run[]
  /** Runs for the last tweet, which carries the link and the call to action. */
  closing: readonly Run[]
  unitCount: number
  /** The unit after which they begin: the hook's last. */
  after: number
  count: number
  /** Whether a tweet may begin with a leaning unit, if the tweet before it ends right there. */
  continuing: boolean
}

type Cell = { value: number; run: Run | null; from: number }
/** For a number of runs: the best that end right before each unit, and where the best ends that is over by then. */
type Row = { ending: (Cell | null)[]; best: (number | null)[] }

/**
 * The `count` runs of the greatest worth together, in the source's order and without overlap; null where there aren't as
 * many. Exact, by dynamic programming over the units.
 */
export function bestRuns(choice: Choice): Run[] | null {
  const { count, after, unitCount } = choice
  const rows = [firstRow(after + 1, unitCount)]
  for (let placed = 1; placed <= count; placed++) {
    const previous = rows[placed - 1]
    if (!previous) return null
    rows.push(nextRow(previous, placed === count ? choice.closing : choice.body, choice))
  }
  return walkBack(rows, count, unitCount)
}

function firstRow(start: number, unitCount: number): Row {
  const ending = new Array<Cell | null>(unitCount + 1).fill(null)
  ending[start] = { value: 0, run: null, from: start }
  return rowOf(ending)
}

function nextRow(previous: Row, runs: readonly Run[], { after, unitCount, continuing }: Choice): Row {
  const ending = new Array<Cell | null>(unitCount + 1).fill(null)
  for (const run of runs) {
    if (run.first <= after || (run.continues && !continuing)) continue
    const from = run.continues ? run.first : previous.best[run.first]
    const cell = from === null || from === undefined ? null : previous.ending[from]
    if (!cell || from === null || from === undefined) continue
    const value = cell.value + run.value
    const current = ending[run.last + 1]
    if (!current || isMore(value, current.value)) ending[run.last + 1] = { value, run, from }
  }
  return rowOf(ending)
}

function rowOf(ending: (Cell | null)[]): Row {
  let place: number | null = null
  let most = -Infinity
  const best = ending.map((cell, at) => {
    if (cell && isMore(cell.value, most)) {
      place = at
      most = cell.value
    }
    return place
  })
  return { ending, best }
}

/** Sums in another order differ in their last digits; those must not decide. */
function isMore(value: number, than: number): boolean {
  return value > than + 1e-9
}

function walkBack(rows: readonly Row[], count: number, unitCount: number): Run[] | null {
  const runs: Run[] = []
  let at = rows[count]?.best[unitCount] ?? null
  for (let placed = count; placed > 0; placed--) {
    const cell = at === null ? null : rows[placed]?.ending[at]
    if (!cell?.run) return null
    runs.unshift(cell.run)
    at = cell.from
  }
  return runs
}
