import { type Figure, isMet, line } from './ratio.ts'

/** The benchmarks, each a file that gives its figures: ratios against a peer, or against itself, in one run. */
const benchmarks: Record<string, () => Promise<Figure[]>> = {
  counting: async () => (await import('./counting.ts')).counting(),
  checking: async () => (await import('./checking.ts')).checking(),
  extraction: async () => (await import('./extraction.ts')).extraction(),
  library: async () => (await import('./library.ts')).library(),
  generation: async () => (await import('./generation.ts')).generation(),
  cached: async () => (await import('./cached.ts')).cached(),
  digests: async () => (await import('./digests.ts')).digests(),
  'sign-in': async () => (await import('./sign-in.ts')).signIn(),
  webhooks: async () => (await import('./webhooks.ts')).webhooks(),
  speed: async () => (await import('./speed.ts')).speed(),
  observing: async () => (await import('./observing.ts')).observing(),
  connections: async () => (await import('./connections.ts')).openConnections(),
  'web-while-reading': async () => (await import('./web-while-reading.ts')).webWhileReading(),
}

/** `npm run bench`, or `npm run bench -- NAME`: prints each figure beside its bar; exit 1 where one falls short. */
const [name] = process.argv.slice(2)
if (name !== undefined && !(name in benchmarks)) {
  console.error(`There is no benchmark ${name}: ${Object.keys(benchmarks).join(', ')}.`)
  process.exit(2)
}
let met = true
for (const [each, run] of Object.entries(benchmarks)) {
  if (name !== undefined && each !== name) continue
  for (const figure of await run()) {
    console.info(line(figure))
    met &&= isMet(figure)
  }
}
process.exit(met ? 0 : 1)
