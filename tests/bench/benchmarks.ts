import type { Benchmark } from './benchmark.ts'

/** The benchmarks, each a file that gives its figures: ratios against a peer, or against itself, in one run. */
export const benchmarks: Record<string, Benchmark> = {
  counting: async () => (await import('./counting.ts')).counting(),
  checking: async () => (await import('./checking.ts')).checking(),
  extraction: async () => (await import('./extraction.ts')).extraction(),
  queue: async () => (await import('./queue.ts')).queue(),
  generation: async () => (await import('./generation.ts')).generation(),
  cached: async () => (await import('./cached.ts')).cached(),
  digests: async () => (await import('./digests.ts')).digests(),
  'sign-in': async () => (await import('./sign-in.ts')).signIn(),
  webhooks: async () => (await import('./webhooks.ts')).webhooks(),
  speed: async () => (await import('./speed.ts')).speed(),
  observing: async () => (await import('./observing.ts')).observing(),
  connections: async () => (await import('./connections.ts')).openConnections(),
  people: async (options) => (await import('./people.ts')).people(options),
  'web-while-reading': async () => (await import('./web-while-reading.ts')).webWhileReading(),
  scripts: async () => (await import('./scripts.ts')).scripts(),
  targets: async () => (await import('./targets.ts')).targets(),
  numbers: async (options) => (await import('./numbers.ts')).numbers(options),
  lighthouse: async () => (await import('./lighthouse.ts')).lighthouse(),
  library: async (options) => (await import('./library.ts')).library(options),
}
