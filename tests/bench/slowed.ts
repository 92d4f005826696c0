/**
 * How many times as long what is ours takes, on purpose: a test sees by it that a benchmark tells, and ends with 1. It is 1
 * but where BENCH_SLOWS_OURS says otherwise.
 */
export const slowness = Math.max(1, Math.floor(Number(process.env.BENCH_SLOWS_OURS ?? 1)))

/** A piece of our work, made slow. */
export const ours = (work: () => unknown) => () => {
  for (let time = 0; time < slowness; time += 1) work()
}
