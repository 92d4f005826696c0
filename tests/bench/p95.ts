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
  times.sort((one, other) => one - other)
  return times[Math.floor(times.length * 0.95)] ?? Number.NaN
}
