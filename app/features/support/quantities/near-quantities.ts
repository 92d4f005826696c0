import { isFar } from './agree.ts'
import type { Quantity } from './quantity.ts'

export type PlacedQuantity = { sentence: number; quantity: Quantity }

/** Numbers of one unit and one value each, from the smallest up; `at` are their places in the source's list. */
type Bucket = { unit: string | null; values: Float64Array; at: Uint32Array }

/**
 * A finder of the numbers of a source that a claim's number may be, in the source's order: all but those that are too far
 * from it to be it, whatever the rounding. A long source has many numbers, and every claim asks for its own.
 */
export function nearQuantities(all: readonly PlacedQuantity[]) {
  const buckets: Bucket[] = []
  const several: number[] = []
  const byUnit = new Map<string | null, number[]>()
  for (const [at, { quantity }] of all.entries()) {
    if (quantity.values.length !== 1) several.push(at)
    else {
      const list = byUnit.get(quantity.unit)
      if (list) list.push(at)
      else byUnit.set(quantity.unit, [at])
    }
  }
  const valueAt = (at: number) => all[at]?.quantity.values[0] ?? 0
  for (const [unit, list] of byUnit) {
    const at = Uint32Array.from(list.sort((a, b) => valueAt(a) - valueAt(b)))
    buckets.push({ unit, at, values: Float64Array.from(at, valueAt) })
  }

  return (claim: Quantity): PlacedQuantity[] => {
    const places = [...several]
    for (const bucket of buckets) {
      const [from, to] = isUnconverted(claim.unit, bucket.unit)
        ? rangeOf(bucket.values, claim.values)
        : [0, bucket.at.length]
      for (let index = from; index < to; index += 1) places.push(bucket.at[index] ?? 0)
    }
    places.sort((a, b) => a - b)
    return places.flatMap((at) => all[at] ?? [])
  }
}

/** Whether two numbers are compared as they are: neither measured in another unit nor one of them a share. */
const isUnconverted = (a: string | null, b: string | null) =>
  a === b || ((a === null || b === null) && a !== '%' && b !== '%')

/** The values that aren't too far from the only one of a claim. */
function rangeOf(values: Float64Array, claimed: readonly number[]): [number, number] {
  const [value] = claimed
  if (value === undefined || claimed.length > 1) return [0, values.length]
  let from = lowerBound(values, value)
  let to = from
  while (from > 0 && !isFar(claimed, [values[from - 1] ?? 0])) from -= 1
  while (to < values.length && !isFar(claimed, [values[to] ?? 0])) to += 1
  return [from, to]
}

/** Where the first of the values stands that is not below another. */
function lowerBound(values: Float64Array, value: number): number {
  let [from, to] = [0, values.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((values[middle] ?? 0) < value) from = middle + 1
    else to = middle
  }
  return from
}
