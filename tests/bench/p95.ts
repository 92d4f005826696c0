/** The 95th percentile; no number where there is nothing. */
export const p95 = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * 0.95)] ?? Number.NaN

/** The 95th percentile of so many, so many at once, in milliseconds. */
export async function p95Of(
  work: () => Promise<void>,
  { times: most, atOnce }: { times: number; atOnce: number },
): Promise<number> {
  const times: number[] = []
  let begun = 0
  const worker = async () => {
    while (begun < most) {
      begun += 1
      const start = performance.now()
      await work()
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return p95(times)
}
