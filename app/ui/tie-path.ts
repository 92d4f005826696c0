export type Point = { x: number; y: number }

/** An SVG path from one point to another that leaves and arrives level, like a thread under slight tension. */
export function tiePath(from: Point, to: Point): string {
  const reach = Math.max(24, Math.abs(to.x - from.x) / 2)
  const round = (value: number) => Math.round(value * 10) / 10
  return [
    `M${round(from.x)} ${round(from.y)}`,
    `C${round(from.x + reach)} ${round(from.y)}`,
    `${round(to.x - reach)} ${round(to.y)}`,
    `${round(to.x)} ${round(to.y)}`,
  ].join(' ')
}
