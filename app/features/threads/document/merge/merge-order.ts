import { stayed } from './stayed.ts'

/**
 * The order of the ids in `kept`, each of which stands in either side: what only one side moved or added stands where that
 * side has it, after the same tweet that neither moved. Where both moved or added in one place, and where both moved
 * the same to different places, one side goes before, which is the same one whoever asks. With one side as the base it is
 * the other side's order.
 */
export function mergeOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  kept: ReadonlySet<string>,
): string[] {
  const sides = [mine, theirs].map((order) => order.filter((id) => kept.has(id)))
  const [first, second] = sides.sort((a, b) => (a.join() < b.join() ? -1 : 1))
  if (!first || !second) return []
  if (first.length === second.length && first.every((id, at) => id === second[at])) return first
  const [stayedInFirst, stayedInSecond] = [stayed(base, first), stayed(base, second)]
  const isFixed = (id: string) => stayedInFirst.has(id) && stayedInSecond.has(id)
  const inSecond = new Set(second)
  // What the first left where it was is the second's to place.
  const placedByFirst = new Set(first.filter((id) => !inSecond.has(id) || !stayedInFirst.has(id)))
  const ofFirst = gapsOf(first, isFixed, (id) => placedByFirst.has(id))
  const ofSecond = gapsOf(second, isFixed, (id) => !placedByFirst.has(id))
  const gapAt = (after: string) => [...(ofFirst.get(after) ?? []), ...(ofSecond.get(after) ?? [])]
  return [...gapAt(start), ...first.filter(isFixed).flatMap((id) => [id, ...gapAt(id)])]
}

/** Stands for the place before the first tweet; no id is empty. */
const start = ''

/** The ids that one side places, by the last fixed one before them. */
function gapsOf(
  order: readonly string[],
  isFixed: (id: string) => boolean,
  isPlaced: (id: string) => boolean,
): Map<string, string[]> {
  const gaps = new Map<string, string[]>()
  let after = start
  for (const id of order) {
    if (isFixed(id)) after = id
    else if (isPlaced(id)) gaps.set(after, [...(gaps.get(after) ?? []), id])
  }
  return gaps
}
