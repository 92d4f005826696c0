/**
 * Which of the ids that two orders share kept their order: the most that can be left in place if the others are what
 * moved. The same orders always give the same answer. Each id must be in an order once at most.
 */
export function stayed(before: readonly string[], after: readonly string[]): Set<string> {
  const placeAfter = new Map(after.map((id, at) => [id, at]))
  /** For each length the run of that length that ends earliest, as a chain back to its first. */
  const runs: Run[] = []
  for (const id of before) {
    const at = placeAfter.get(id)
    if (at === undefined) continue
    let length = runs.length
    while (length > 0 && (runs[length - 1]?.at ?? -1) > at) length--
    runs[length] = { id, at, before: runs[length - 1] ?? null }
  }
  const ids = new Set<string>()
  for (let run = runs.at(-1) ?? null; run; run = run.before) ids.add(run.id)
  return ids
}

type Run = { id: string; at: number; before: Run | null }
