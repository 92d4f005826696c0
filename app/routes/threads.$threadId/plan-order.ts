import type { ShownPoint } from './thread-props.ts'

/** The points' numbers in the order in which they are shown first: the plan's, or as they stood in a form that was refused. */
export function firstOrder(points: readonly ShownPoint[], values: Record<string, string>): number[] {
  const placeOf = (number: number) => Number(values[`order-${number}`]) || number
  return points.map(({ number }) => number).sort((a, b) => placeOf(a) - placeOf(b) || a - b)
}

/** The order with one point a place further up or down; at the ends it stays. */
export function moved(order: readonly number[], number: number, by: -1 | 1): number[] {
  const from = order.indexOf(number)
  const other = order[from + by]
  if (from < 0 || other === undefined) return [...order]
  return order.map((one, index) => (index === from ? other : index === from + by ? number : one))
}
